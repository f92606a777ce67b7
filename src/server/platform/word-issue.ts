import type { z } from 'zod';

/** A problem in words for whoever has to mend it, to stand after the name of what it is about. */
export function wordIssue(issue: z.core.$ZodIssue): string {
  // Words of our own begin small, for they go on from that name; zod's speak of types and options.
  return /^[A-Z]/.test(issue.message) ? wordAnew(issue) : issue.message;
}

function wordAnew(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (/received undefined$/.test(issue.message)) return 'is missing';
      return `must be ${NAMES[issue.expected] ?? `of the type ${issue.expected}`}`;
    case 'too_small':
      return wordLimit(
        issue.origin,
        Number(issue.minimum),
        issue.exact ? 'exactly' : 'at least',
        issue.inclusive,
      );
    case 'too_big':
      return wordLimit(
        issue.origin,
        Number(issue.maximum),
        issue.exact ? 'exactly' : 'at most',
        issue.inclusive,
      );
    case 'invalid_value':
      return wordChoice(issue.values.map(String));
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'does not have the form that is needed';
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return `has what is not known here: ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return `has a name that ${wordFirst(issue.issues)}`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? [...new Set(issue.errors.map(wordFirst))].join(', or ')
        : wordChoice(optionsOf(issue));
    default:
      return 'is not valid';
  }
}

function wordLimit(origin: string, limit: number, bound: string, inclusive = true): string {
  const unit = UNITS[origin];
  if (unit && limit === 1 && bound === 'at least') return 'must not be empty';
  if (unit) return `must have ${bound} ${limit} ${unit}${limit === 1 ? '' : 's'}`;
  if (inclusive) return `must be ${bound} ${limit}`;
  return `must be ${bound === 'at least' ? 'more' : 'less'} than ${limit}`;
}

function wordChoice(values: string[]): string {
  return values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(', ')}`;
}

/** The choices of a discriminator, which zod gives and its types do not know. */
function optionsOf(issue: z.core.$ZodIssueInvalidUnion & { options?: unknown[] }): string[] {
  return (issue.options ?? []).map(String);
}

function wordFirst(issues: z.core.$ZodIssue[]): string {
  const [first] = issues;
  return first ? [...first.path, wordIssue(first)].join(' ') : 'is not valid';
}

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const UNITS: Record<string, string> = { string: 'character', array: 'item' };

const FORMATS: Record<string, string> = {
  url: 'must be an address that begins with https:// or http://',
  datetime: 'must be a time like 2026-01-31T14:30:00Z',
  email: 'must be an email address',
};
