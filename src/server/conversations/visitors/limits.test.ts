import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';

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
