import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toInputSchema } from '../../src/actions/http/input-schema.ts';
import { requestInputSchema } from '../../src/contract/http/request.ts';
import { groundInputs } from '../../src/server/agent/grounding/ground-inputs.ts';

interface Case {
  id: string;
  now: string;
  fields: { type: string }[];
  messages: { role: string; content: string }[];
  expect: Record<string, unknown>;
}

const cases = readFileSync(new URL('../../evals/cases/extraction.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

/** What the engine's own cases expect to be found, a model may send: the two must not drift apart. */
it('every value that the built-in engine is to find has its source', () => {
  const ungrounded = cases.flatMap(({ id, now, fields, messages, expect: expected }) => {
    const schema = toInputSchema(
      fields.map((field) => {
        const parsed = requestInputSchema.safeParse(field);
        return parsed.success ? parsed.data : requestInputSchema.parse({ ...field, type: 'string' });
      }),
    );
    const timeline = messages.map(({ role, content }, i) => ({
      id: `${i}`,
      author: { type: role === 'user' ? ('visitor' as const) : ('agent' as const), name: '' },
      text: content,
      at: `${now}.000Z`,
    }));
    const planned = Object.fromEntries(
      Object.entries(expected)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, { value, source: 'visitor' }]),
    );
    const evidence = { timeline, calls: [], identity: {}, language: 'auto' };
    return groundInputs(planned, schema, evidence).ungrounded.map(({ name }) => `${id} ${name}`);
  });
  expect(cases.length).toBeGreaterThan(50);
  expect(ungrounded).toEqual([]);
});
