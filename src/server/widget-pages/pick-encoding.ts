import type { Encoding } from './widget-assets.ts';

/** The best encoding that the browser takes. A quality of 0 is a refusal; other qualities make no difference here. */
export function pickEncoding(acceptEncoding: string | undefined): Encoding {
  const accepted = (acceptEncoding ?? '').split(',').map((part) => part.trim().replace(/\s/g, ''));
  const takes = (name: string) =>
    accepted.some((part) => new RegExp(`^${name}(;q=(?!0(\\.0*)?$).*)?$`, 'i').test(part));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}
