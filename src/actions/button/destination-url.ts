import { z } from 'zod';
import { DECEPTIVE_CHARACTERS } from '../../contract/limits.ts';

/** Where a button may lead: http, https, mailto or tel, without user info and without hidden characters. */
export const destinationUrl = z
  .string()
  .max(2_000)
  .superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue(problem);
  });

function problemOf(value: string): string | null {
  if (DECEPTIVE_CHARACTERS.test(value)) return 'must not contain spaces, backslashes or hidden characters';
  if (/^(mailto|tel):[^:/?#]+/i.test(value)) return null;
  if (!/^https?:\/\/[^/]/i.test(value)) return 'must start with https://, http://, mailto: or tel:';
  const url = URL.parse(value);
  if (!url) return 'is not an address that a browser can open';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  return null;
}
