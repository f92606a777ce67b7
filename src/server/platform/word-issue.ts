import type { z } from 'zod';

/** A problem in words for whoever has to mend it; zod's own speak of types where people left something out. */
export function wordIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && /received undefined$/.test(issue.message)) return 'is missing';
  if (issue.code === 'invalid_type')
    return `must be ${NAMES[issue.expected] ?? `of the type ${issue.expected}`}`;
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'must be an address that begins with https:// or http://';
  return issue.message;
}

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
