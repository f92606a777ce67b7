import { expect, it } from 'vitest';
import { z } from 'zod';
import { wordIssue } from './word-issue.ts';

const url = z.url({ protocol: /^https?$/ });
const kinds = z.discriminatedUnion('type', [
  z.object({ type: z.literal('json') }),
  z.object({ type: z.literal('form') }),
]);

it.each<[string, z.ZodType, unknown]>([
  ['is missing', z.object({ name: z.string() }), {}],
  ['must be a text', z.string(), 7],
  ['must be a number', z.coerce.number(), 'eighty'],
  ['must be a whole number', z.number().int(), 1.5],
  ['must be an object', z.record(z.string(), z.unknown()), []],
  ['must not be empty', z.string().trim().min(1), '  '],
  ['must have at least 16 characters', z.string().min(16), 'short'],
  ['must have at most 1 character', z.string().max(1), 'ab'],
  ['must have exactly 3 characters', z.string().length(3), 'ab'],
  ['must not be empty', z.array(z.string()).min(1), []],
  ['must have at most 2 items', z.array(z.string()).max(2), ['a', 'b', 'c']],
  ['must be at least 3', z.number().min(3), 1],
  ['must be at most 65535', z.coerce.number().max(65_535), '65536'],
  ['must be more than 3', z.number().gt(3), 3],
  ['must be less than 3', z.number().lt(3), 3],
  ['must be a multiple of 5', z.number().multipleOf(5), 3],
  ['must be one of on, off', z.enum(['on', 'off']), 'maybe'],
  ['must be one of on, off', z.enum(['on', 'off']), undefined],
  ['must be faq', z.literal('faq'), 'text'],
  ['must be one of json, form', kinds, { type: 'xml' }],
  ['has what is not known here: colour', z.strictObject({}), { colour: 1 }],
  ['has a name that must have at most 1 character', z.record(z.string().max(1), z.string()), { ab: '' }],
  ['must be a text, or to must be a text', z.union([z.string(), z.object({ to: z.string() })]), { to: 1 }],
  ['must be an address that begins with https:// or http://', url, 'example.com'],
  ['must be a time like 2026-01-31T14:30:00Z', z.iso.datetime({ offset: true }), 'tomorrow'],
  ['does not have the form that is needed', z.string().regex(/^\d+$/), 'x'],
  ['must be a colour like #1d4ed8', z.string().regex(/^#/, 'must be a colour like #1d4ed8'), 'red'],
  ['is too short for a key', z.string().min(16, 'is too short for a key'), 'x'],
  ['names nothing to change', z.object({}).refine(() => false, 'names nothing to change'), {}],
])('says that a value %s', (words, schema, value) => {
  expect(schema.safeParse(value).error?.issues.map(wordIssue)).toEqual([words]);
});
