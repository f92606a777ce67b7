import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, type ScriptPart, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { StubApi } from '../../../tests/harness/stub-api.ts';
import type { StreamEvent } from '../../contract/widget/stream.ts';

/** Models that claim success whatever happened, through the whole server: what a visitor sees live, and what is stored. */
const CLAIMS = readFileSync(join(import.meta.dirname, 'claims', 'cases', 'false-claims.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^(en|de|ar)\t/.test(line))
  .map((line) => line.slice(3).replaceAll('\\n', '\n'));
const STEP = 3;

let house: Harness;
let stub: StubApi;
let agentId: string;

beforeAll(async () => {
  stub = await StubApi.start();
  const model = scriptedModel((call) => {
    const [, tool = '', index = '0'] = /^(\w+)? ?(\d+)$/.exec(lastWords(call)) ?? [];
    const hasTold = call.prompt.at(-1)?.role === 'tool';
    return tool === 'do' && !hasTold
      ? [{ call: 'make_it_so', input: {} }]
      : spell(CLAIMS[Number(index)] ?? '');
  });
  house = await Harness.start({ model, egressAllow: stub.host });
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, {
    ...{ kind: 'http', name: 'Make it so', confirm: false },
    settings: { request: { method: 'POST', url: `${stub.url}/do` } },
  });
});
afterAll(async () => {
  await house.close();
  await stub.close();
});

/** As models stream: a few letters at a time. */
function spell(text: string): ScriptPart[] {
  return (text.match(/[\s\S]{1,3}/g) ?? []).map((say) => ({ say }));
}

const liveText = (events: StreamEvent[]) =>
  events.flatMap(({ event, data }) => (event === 'delta' ? [data.text] : [])).join('');

it('of what was not done, not one claim is shown: not live, and not stored', {
  timeout: 60_000,
}, async () => {
  expect(CLAIMS.length).toBeGreaterThan(150);
  let seen = 0;
  for (let index = 0; index < CLAIMS.length; index += STEP) {
    const visitor = await house.visit(agentId);
    const claim = CLAIMS[index] as string;
    const live = liveText(await visitor.ask(String(index)));
    const stored = (await visitor.list()).at(-1)?.text ?? '';
    expect({ claim, live: live.includes(claim), stored: stored.includes(claim) }).toEqual({
      ...{ claim, live: false, stored: false },
    });
    // A turn that is over before the reader has caught up is seen as a whole only.
    expect(['', stored]).toContain(live.trimEnd());
    if (live) seen++;
  }
  expect(seen).toBeGreaterThan(10);
});

it('of what was done, fifty claims pass as they are', { timeout: 60_000 }, async () => {
  for (let index = 0; index < 50; index++) {
    const visitor = await house.visit(agentId);
    const live = liveText(await visitor.ask(`do ${index}`)).trim();
    const claim = CLAIMS[index]?.trim();
    expect((await visitor.list()).at(-1)?.text).toBe(claim);
    expect(['', claim]).toContain(live);
  }
});
