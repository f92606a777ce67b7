import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../../../tests/harness/checkout.ts';
import { Harness } from '../../../tests/harness/harness.ts';
import type { ErrorBody } from '../../contract/errors.ts';

let house: Harness;
beforeAll(async () => {
  house = await Harness.start();
});
afterAll(() => house.close());

interface Preview {
  request: { method: string; url: string; headers: Record<string, string>; body: string | null };
}

const preview = (settings: object, values: object = {}) =>
  house.api<Preview & ErrorBody>('POST', '/api/v1/http-requests/preview', { settings, values });

function readRows<Row>(name: string): Row[] {
  const text = readFileSync(join(checkout, 'tests', 'data', name), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

it('shows a request as it would be sent, with masks for secrets, and sends nothing', async () => {
  const { status, body } = await preview(
    {
      inputs: [{ name: 'id' }, { name: 'note', required: false }],
      request: {
        method: 'POST',
        url: 'https://api.example.com/orders/{{id}}?key={{secrets.KEY}}',
        headers: [{ name: 'Authorization', value: 'Bearer {{secrets.TOKEN}}' }],
        body: { type: 'json', value: '{ "note": "{{note?}}", "n": 1 }' },
      },
    },
    { id: 'A 1/2' },
  );
  expect(status).toBe(200);
  expect(body.request).toEqual({
    method: 'POST',
    url: 'https://api.example.com/orders/A%201%2F2?key=•••',
    headers: { authorization: 'Bearer •••', 'content-type': 'application/json' },
    body: '{"note":null,"n":1}',
  });
});

it('names the place and the code of what is wrong in a template', async () => {
  const { status, body } = await preview({
    request: { url: 'https://{{host}}/' },
    inputs: [{ name: 'host' }],
  });
  expect(status).toBe(422);
  expect(body.error.details).toMatchObject([{ path: 'settings.request.url', code: 'host_placeholder' }]);
});

describe('an address that may not be called', () => {
  interface Row {
    id: string;
    url: string;
    why: string;
    expect: 'blocked' | 'allowed';
    dns?: object;
    redirect?: unknown;
    ctx?: object;
  }
  // Rows with a DNS, a redirect or an operator of their own need the module itself: see platform/egress.
  const rows = readRows<Row>('ssrf.jsonl').filter((row) => !row.dns && !row.redirect && !row.ctx);

  it.each(rows.filter((row) => row.expect === 'blocked'))('$id $why is refused', async ({ url }) => {
    const { status, body } = await preview({ request: { url } });
    expect(status).toBe(422);
    expect(['egress_blocked', 'invalid']).toContain(body.error.code);
  });
});
