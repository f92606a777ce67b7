import type { Finding } from './finding.ts';

/** Web addresses; without a scheme they get `https://`. */
export function findLinks(text: string): Finding[] {
  return [...text.matchAll(LINK)].flatMap((match) => {
    const said = match[0].replace(/[.,;:!?)\]'"»]+$/, '');
    const value = /^https?:/i.test(said) ? said : `https://${said}`;
    if (!URL.canParse(value)) return [];
    return [{ from: match.index, to: match.index + said.length, value }];
  });
}

const LINK =
  /(?<![\p{L}\p{N}@.+_-])(?:https?:\/\/[^\s<>"]{1,500}|(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:com|org|net|io|dev|app|shop|eu|de|at|ch|uk|fr|nl|se|info|biz|example)(?![\p{L}\p{N}@-])(?:\/[^\s<>"]{0,500})?)/giu;
