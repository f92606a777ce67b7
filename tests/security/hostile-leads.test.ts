import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lead } from '../../src/contract/lead.ts';
import { FIELD_MAX_CHARS } from '../../src/contract/limits.ts';
import { API_KEY } from '../harness/api-key.ts';
import { checkout } from '../harness/checkout.ts';
import { Harness } from '../harness/harness.ts';
import { scriptedModel } from '../harness/scripted-model.ts';

/** What people with bad intentions write into a form: it stays their text, and no program that reads the export runs it. */
interface Row {
  id: string;
  surface: 'lead_field' | 'csv_export';
  payload: string;
  why: string;
  expect: string;
}

const rows = readFileSync(join(checkout, 'tests', 'data', 'leads-xss.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row);
const of = (surface: Row['surface']) => rows.filter((row) => row.surface === surface);

let house: Harness;
let agentId: string;

beforeAll(async () => {
  const model = scriptedModel((call) =>
    call.prompt.at(-1)?.role === 'tool' ? [{ say: 'Here.' }] : [{ call: 'quote', input: {} }],
  );
  house = await Harness.start({ model });
  agentId = (await house.createAgent()).id;
  const fields = [{ name: 'message', type: 'message', required: true }];
  await house.createAction(agentId, { kind: 'lead-form', name: 'Quote', settings: { fields } });
});
afterAll(() => house.close());

/** @returns the status of the answer */
async function leave(message: string): Promise<number> {
  const visitor = await house.visit(agentId);
  await visitor.ask('a quote, please');
  const form = (await visitor.list()).findLast(({ card }) => card)?.id ?? '';
  return (await visitor.useCard(form, 'submit', { message })).status;
}
const newest = async () =>
  (await house.api<{ items: Lead[] }>('GET', '/api/v1/leads?limit=1')).body.items[0]?.values.message;

it.each(of('lead_field'))('$id, $why: stays text', async ({ payload }) => {
  const status = await leave(payload);
  // What no database can hold, and what is too long, is refused; nothing is kept of it.
  if (payload.includes('\0') || payload.length > FIELD_MAX_CHARS) {
    expect(status).toBe(422);
    return;
  }
  expect(status).toBe(200);
  expect(await newest()).toBe(payload);
});

it('control characters are taken out, and lines stay', async () => {
  expect(await leave('\u0001Bob\u001b[31m\u0085\r\nfrom\tBergen\u007f')).toBe(200);
  expect(await newest()).toBe('Bob[31m\nfrom\tBergen');
});

it.each(of('csv_export'))('$id, $why: is no formula in the export', async ({ payload }) => {
  expect(await leave(payload)).toBe(200);
  const kept = (await newest()) ?? '';
  const response = await fetch(`${house.url}/api/v1/leads.csv`, {
    headers: { authorization: `Bearer ${API_KEY}` },
  });
  const cell = `"'${kept.replaceAll('"', '""')}"`;
  expect(await response.text()).toContain(cell);
  // A form takes what stands around a text away; what is left is guarded as the whole would be.
  expect(payload.trim()).toBe(kept);
});
