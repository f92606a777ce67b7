import { z } from 'zod';

// Controls, and the marks that turn the direction of text, make a link read as another one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const DECEPTIVE = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\\]/;

/** Where a button may lead: http, https, mailto or tel, without user info and without hidden characters. */
export const destinationUrl = z
  .string()
  .max(2_000)
  .superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue(problem);
  });

function problemOf(value: string): string | null {
  if (DECEPTIVE.test(value)) return 'must not contain spaces, backslashes or hidden characters';
  if (/^(mailto|tel):[^:/?#]+/i.test(value)) return null;
  if (!/^https?:\/\/[^/]/i.test(value)) return 'must start with https://, http://, mailto: or tel:';
  const url = URL.parse(value);
  if (!url) return 'is not an address that a browser can open';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  return null;
}
