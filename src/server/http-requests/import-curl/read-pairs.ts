import { decode } from './read-address.ts';

export interface Pairs {
  pairs: { name: string; value: string }[];
  /** What has no equals sign, as it was written. */
  bare: string[];
}

/** Takes `a=1&b=x+y` apart and decodes it. */
export function readPairs(text: string): Pairs {
  const parts = text.split('&').filter((part) => part !== '');
  return {
    pairs: parts.filter(isPair).map((part) => {
      const at = part.indexOf('=');
      return { name: decodeForm(part.slice(0, at)), value: decodeForm(part.slice(at + 1)) };
    }),
    bare: parts.filter((part) => !isPair(part)),
  };
}

function isPair(part: string): boolean {
  return part.indexOf('=') > 0;
}

function decodeForm(text: string): string {
  return decode(text.replaceAll('+', ' ')).toWellFormed();
}
