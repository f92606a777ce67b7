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
  if (/^tel:/i.test(value))
    return TELEPHONE.test(value) ? null : 'must be a phone number like tel:+4791234567';
  if (/^mailto:/i.test(value))
    return MAILBOXES.test(value) ? null : 'must be an email address like mailto:help@example.com';
  if (!/^https?:\/\/[^/]/i.test(value)) return 'must start with https://, http://, mailto: or tel:';
  const url = URL.parse(value);
  if (!url || !isHost(url.hostname)) return 'is not an address that a browser can open';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  return null;
}

/** RFC 3966: three digits or more, however they are set apart, and parameters such as an extension. */
const TELEPHONE = /^tel:\+?[(.-]*(\d[().-]*){3,}(;[a-z\d-]+(=[\w.+%-]+)?)*$/i;

/** One recipient or more, then what the mail begins with. */
const MAILBOXES =
  /^mailto:[^@,?#/:]+@[^@,?#/:.]+(\.[^@,?#/:.]+)*(,[^@,?#/:]+@[^@,?#/:.]+(\.[^@,?#/:.]+)*)*(\?[^#]*)?$/i;

/** URL parsers take names that no name server can hold: empty parts, parts that end with a hyphen, odd characters. */
function isHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return true;
  const name = hostname.replace(/\.$/, '');
  const hasLabels = name.split('.').every((label) => /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?$/.test(label));
  // A name of plain letters is taken unseen; beside another letter its `xn--` parts are decoded, as browsers do it.
  return hasLabels && name.length <= 253 && URL.canParse(`https://${name}.é/`);
}
