import type { Context } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import { visitorLimits } from './visitor-limits.ts';

let house: Harness;
let agentId: string;

beforeAll(async () => {
  house = await Harness.start({ model: scriptedModel(() => [{ say: 'Hello.' }]), rateLimit: true });
  agentId = (await house.createAgent()).id;
});
afterAll(() => house.close());

it('lets a visitor write so much a minute, then says when to go on, and nobody else is held up', async () => {
  const visitor = await house.visit(agentId);
  const statuses: number[] = [];
  let refused: Response | undefined;
  for (let count = 0; count < 22; count++) {
    const response = await visitor.post('/widget/v1/messages', { clientId: `m${count}`, text: 'hello' });
    statuses.push(response.status);
    if (response.status === 429) refused ??= response;
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect(await refused?.json()).toMatchObject({ error: { code: 'rate_limited' } });
  expect((await visitor.list()).filter(({ author }) => author.type === 'visitor')).toHaveLength(20);

  const other = await house.visit(agentId);
  expect((await other.post('/widget/v1/messages', { clientId: 'x', text: 'hello' })).status).toBe(200);
});

describe('networks', () => {
  const from = (address: string) => visitorLimits(true, () => address);
  const nobody = {} as Context;
  const visitor = (visitorId: string) => ({ workspaceId: 'w', agentId: 'a', visitorId, conversationId: 'c' });

  it('get so many new visitors an hour, counted together', async () => {
    const limits = from('203.0.113.7');
    for (let count = 0; count < 60; count++) await limits.session(nobody);
    await expect(limits.session(nobody)).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('may write so much a minute, whoever in them writes', async () => {
    const limits = from('2001:db8::1');
    for (let count = 0; count < 60; count++) await limits.message(nobody, visitor(`v${count}`));
    await expect(limits.message(nobody, visitor('another'))).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('are not counted on loopback, where a proxy may stand', async () => {
    const limits = from('127.0.0.1');
    for (let count = 0; count < 100; count++) await limits.session(nobody);
    for (let count = 0; count < 100; count++) await limits.message(nobody, visitor(`v${count}`));
  });

  it('cards, streams and resumed sessions have budgets of their own', async () => {
    const limits = from('127.0.0.1');
    for (const use of [
      () => limits.card(nobody, visitor('v')),
      () => limits.stream(visitor('v')),
      () => limits.resume('token'),
    ]) {
      for (let count = 0; count < 60; count++) await use();
      await expect(use()).rejects.toMatchObject({ code: 'rate_limited' });
    }
  });

  it('with RATE_LIMIT=off nothing is counted', async () => {
    const limits = visitorLimits(false, () => '203.0.113.7');
    for (let count = 0; count < 100; count++) await limits.session(nobody);
  });
});
