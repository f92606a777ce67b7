import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkout } from '../../../tests/harness/checkout.ts';
import { newSigningSecret, signHeaders } from './signing.ts';

interface Row {
  id: string;
  scheme: string;
  why: string;
  secret: string;
  headers: Record<string, string>;
  body: string;
  now: number;
  expect: 'valid' | 'invalid';
}

const rows = readFileSync(join(checkout, 'tests/data/webhooks.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .filter(({ scheme }) => scheme.startsWith('standard'));

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it('there are vectors', () => expect(rows.length).toBeGreaterThan(2));

describe.each(rows)('$id: $why', (row) => {
  it(`is ${row.expect} to a receiver that follows Standard Webhooks`, () => {
    vi.setSystemTime(row.now * 1_000);
    const verify = () => new Webhook(row.secret).verify(row.body, row.headers);
    if (row.expect === 'valid') expect(verify()).toEqual(JSON.parse(row.body));
    else expect(verify).toThrow();
  });

  it('our own signature of the same is valid, alone and beside another one', () => {
    vi.setSystemTime(row.now * 1_000);
    const message = { id: 'evt_1', at: new Date(row.now * 1_000), body: row.body };
    for (const secrets of [[row.secret], [newSigningSecret(), row.secret]]) {
      const headers = Object.fromEntries(signHeaders(secrets, message));
      expect(new Webhook(row.secret).verify(row.body, headers)).toEqual(JSON.parse(row.body));
    }
  });
});

it('an unchanged vector is signed byte for byte', () => {
  for (const { secret, headers, body } of rows.filter((row) => row.expect === 'valid')) {
    const { 'webhook-id': id = '', 'webhook-timestamp': seconds, 'webhook-signature': signature } = headers;
    const signed = Object.fromEntries(
      signHeaders([secret], { id, at: new Date(Number(seconds) * 1_000), body }),
    );
    expect(signature?.split(' ')).toContain(signed['webhook-signature']);
  }
});
