import { TemplateError } from '../template-error.ts';
import { type Part, placeholdersOf, readText } from '../text/read-text.ts';

export interface Address {
  /** `https://api.example.com` */
  origin: string;
  /** Lower-case, with a port that is not the scheme's own. */
  host: string;
  segments: Part[][];
  /** What `&` separates. */
  query: Part[][];
}

/** Takes the URL of a template apart. Its literal text is encoded by the rules of URLs already. @throws TemplateError */
export function readAddress(text: string, path: string): Address {
  const parts = readText(text, path);
  const marks = createMarks(parts);
  const marked = parts.map((part, index) => (typeof part === 'string' ? part : marks.at(index))).join('');
  const authority = /^(?:[^/\\?#]*:)?[/\\]*[^/\\?#]*/.exec(marked)?.[0] ?? '';
  if (marks.isIn(authority))
    throw new TemplateError(
      'host_placeholder',
      path,
      'has a placeholder before the path; where a request goes must stand there in full, like https://api.example.com/',
    );
  const url = parse(marked, authority, path);
  if (marks.isIn(url.hash))
    throw new TemplateError(
      'fragment_placeholder',
      path,
      'has a placeholder after #, and that part is never sent; take it out, or write %23 for a # of the path',
    );
  const split = (piece: string) => marks.split(piece, parts);
  const segments = url.pathname.slice(1).split('/').map(split);
  const query = url.search.slice(1).split('&').filter(Boolean).map(split);
  const found = [...segments, ...query].flatMap(placeholdersOf).length;
  if (found !== placeholdersOf(parts).length)
    throw new TemplateError('path_segment', path, 'has .. after a placeholder, which takes it away again');
  return { origin: url.origin, host: url.host, segments, query };
}

/** The rules of URLs would mend these, and each program does it its own way. */
function parse(text: string, authority: string, path: string): URL {
  const fault = (message: string) => new TemplateError('url', path, message);
  if (!/^https?:\/\/[^/]/i.test(text)) throw fault('must begin with https:// or http:// and a host');
  if (/[\s\p{Cc}\\]/u.test(text))
    throw fault('has a space, a line break or a \\ in it; write %20 for a space');
  if (/^[^/]*\/\/[^/?#]*[?#][^/]*@/.test(text)) throw fault('needs a / between the host and the rest');
  if (!URL.canParse(text)) throw fault('is no address; one looks like https://api.example.com/orders');
  const url = new URL(text);
  if (authority.includes('@') || url.username !== '' || url.password !== '')
    throw new TemplateError(
      'userinfo',
      path,
      'has a user or a password before the host; store it as a secret and send it in the Authorization header',
    );
  const isNumeric = /^\d+(\.\d+){3}$/.test(url.hostname);
  if (isNumeric && authority.replace(/^.*\/\/|:\d*$/g, '') !== url.hostname)
    throw fault(`has an unusual spelling of ${url.hostname}; write it like that`);
  return url;
}

/** Words that stand for the placeholders while the URL is parsed: the rules of URLs leave them as they are. */
function createMarks(parts: Part[]) {
  const literal = parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .toLowerCase();
  let word = 'mark';
  while (literal.includes(word)) word += 'x';
  const pattern = new RegExp(`${word}(\\d+)z`);
  return {
    at: (index: number) => `${word}${index}z`,
    isIn: (text: string) => pattern.test(text),
    split: (text: string, from: Part[]): Part[] =>
      text.split(pattern).flatMap((piece, index, all) => {
        if (index % 2 === 1) return from[Number(piece)] ?? [];
        const isBeforeValue = index < all.length - 1;
        // Half an escape would be completed by the value.
        const whole = isBeforeValue ? piece.replace(/%([0-9A-Fa-f]?)$/, '%25$1') : piece;
        return whole === '' ? [] : whole;
      }),
  };
}
