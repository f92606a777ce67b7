import type { Finding } from './finding.ts';

/** Addresses as they were written; "ada (at) shop.example" counts. */
export function findEmails(text: string): Finding[] {
  return [...text.matchAll(EMAIL)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    value: match[0].replace(WRITTEN_OUT, '@').replace(/^mailto:/i, ''),
  }));
}

const EMAIL =
  /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}(?:@| ?[([]at[)\]] ?)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}/giu;
const WRITTEN_OUT = / ?[([]at[)\]] ?/i;
