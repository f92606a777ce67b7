import { expect, it } from 'vitest';
import { z } from 'zod';
import { findUnknownFields } from './find-unknown-fields.ts';

const inner = z.object({ a: z.string() });
const schema = z
  .object({
    ...{ plain: z.string().optional(), nested: inner.partial().optional(), list: z.array(inner).default([]) },
    free: z.record(z.string(), z.unknown()).optional(),
    byName: z.record(z.string(), inner).optional(),
    choice: z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('x'), x: z.number() }),
        z.object({ type: z.literal('y'), y: inner.nullable() }),
      ])
      .optional(),
    piped: inner.transform(({ a }) => a).optional(),
    open: z.looseObject({ a: z.string() }).optional(),
  })
  .refine(() => true);

it.each<[object, string[]]>([
  [{}, []],
  [{ plain: 'x', nested: {}, list: [], free: { any: { thing: 1 } }, open: { a: '', more: 1 } }, []],
  [{ plian: 'x' }, ['plian']],
  [{ nested: { a: '', b: 1 }, list: [{ a: '' }, { a: '', c: 1 }] }, ['nested.b', 'list.1.c']],
  [{ byName: { first: { a: '', d: 1 } } }, ['byName.first.d']],
  [{ choice: { type: 'x', x: 1, y: null } }, ['choice.y']],
  [{ choice: { type: 'y', y: { a: '', e: 1 } } }, ['choice.y.e']],
  [{ piped: { a: '', f: 1 } }, ['piped.f']],
  [{ constructor: 1, toString: 2 }, ['constructor', 'toString']],
])('in %j are unknown: %j', (value, expected) => {
  expect(schema.safeParse(value).success).toBe(true);
  expect(findUnknownFields(schema, value)).toEqual(expected);
});
