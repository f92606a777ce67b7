import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyCalWebhook } from '../cal/verify-cal-webhook.ts';
import { verifyCalendlyWebhook } from '../calendly/hooks/verify-webhook.ts';
import { verifyMeta } from './verify-meta.ts';
import { verifySlack } from './verify-slack.ts';
import { verifyTelegram } from './verify-telegram.ts';

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

const rows = readFileSync(new URL('../../../tests/data/webhooks.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  // What we sign ourselves is tried where we sign it: `server/webhooks`.
  .filter(({ scheme }) => scheme !== 'standard');

const verifiers: Record<string, (row: Row) => boolean> = {
  calendly: ({ headers, secret, now, body }) =>
    verifyCalendlyWebhook({
      ...{ signature: headers['calendly-webhook-signature'] ?? null, signingKey: secret, now },
      body: Buffer.from(body),
    }),
  calcom: ({ headers, secret, body }) => verifyCalWebhook(body, headers['x-cal-signature-256'], secret),
  slack: ({ headers, secret, now, body }) =>
    verifySlack({
      ...{ timestamp: headers['x-slack-request-timestamp'] ?? null, body, now },
      ...{ signature: headers['x-slack-signature'] ?? null, signingSecret: secret },
    }),
  meta: ({ headers, secret, body }) => verifyMeta(body, headers['x-hub-signature-256'] ?? null, secret),
  telegram: ({ headers, secret }) =>
    verifyTelegram(headers['x-telegram-bot-api-secret-token'] ?? null, secret),
};

it.each(rows)('$scheme $id: $why', (row) => {
  expect(verifiers[row.scheme]?.(row)).toBe(row.expect === 'valid');
});

const macOf = (body: string) => createHmac('sha256', 'secret').update(body).digest('hex');

it.each([
  ['the right bytes of Meta', () => verifyMeta('{}', `sha256=${macOf('{}')}`, 'secret'), true],
  ['a cut signature of Meta', () => verifyMeta('{}', `sha256=${macOf('{}').slice(1)}`, 'secret'), false],
  ['a token', () => verifyTelegram('tok_AZaz09_-', 'tok_AZaz09_-'), true],
  ['no secret', () => verifyTelegram('', ''), false],
  ['no secret of Meta', () => verifyMeta('{}', '', ''), false],
])('%s', (_, verify, isGood) => {
  expect(verify()).toBe(isGood);
});
