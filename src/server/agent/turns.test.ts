import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, type ScriptPart, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';

/** What the model does next, by what the visitor says; each test brings its own words. */
const scripts = new Map<string, (step: number) => ScriptPart[]>();
let house: Harness;
let agentId: string;
const steps = new Map<string, number>();

beforeAll(async () => {
  const model = scriptedModel((call) => {
    const words = lastWords(call);
    const step = steps.get(words) ?? 0;
    steps.set(words, step + 1);
    return scripts.get(words)?.(step) ?? [{ say: `Answer to ${words}` }];
  });
  house = await Harness.start({ model, deadlines: { firstTokenMs: 300, idleMs: 300, totalMs: 1_500 } });
  agentId = (await house.createAgent({ language: 'en' })).id;
  await house.createAction(agentId, {
    kind: 'button',
    name: 'See prices',
    settings: { text: 'Prices', url: 'https://shop.example/prices' },
  });
});
afterAll(() => house.close());

async function ask(words: string, script: (step: number) => ScriptPart[]) {
  scripts.set(words, script);
  const visitor = await house.visit(agentId);
  await visitor.ask(words);
  return { visitor, answers: (await visitor.list()).slice(1) };
}

const FAILURE = /can’t answer right now/;

describe('a turn with an action', () => {
  it('shows the words, then the card, then more words, stored together', async () => {
    const { answers } = await ask('prices', (step) =>
      step === 0 ? [{ say: 'Here:' }, { call: 'see_prices' }] : [{ say: 'Anything else?' }],
    );
    expect(answers).toMatchObject([
      { text: 'Here:', author: { type: 'agent' } },
      {
        card: {
          kind: 'button',
          state: 'offered',
          payload: { text: 'Prices', url: 'https://shop.example/prices' },
        },
      },
      { text: 'Anything else?' },
    ]);
  });

  it('joins what was said over several steps without a card between', async () => {
    const { answers } = await ask('nothing', (step) =>
      step === 0 ? [{ say: 'Let me see.' }, { call: 'no_such_tool' }] : [{ say: 'There is nothing.' }],
    );
    expect(answers).toMatchObject([{ text: 'Let me see.\n\nThere is nothing.' }]);
  });

  it.each([['{"a":'], ['[]'], ['{"unknown":1}']])('does not use it with the arguments %s', async (input) => {
    const { answers } = await ask(`broken ${input}`, (step) =>
      step === 0 ? [{ call: 'see_prices', input }] : [{ say: 'Sorry.' }],
    );
    expect(answers).toMatchObject([{ text: 'Sorry.' }]);
    expect(answers).toHaveLength(1);
  });

  it('ends although the model calls for ever', async () => {
    const { answers } = await ask('endless', () => [{ call: 'see_prices' }]);
    expect(answers.length).toBeLessThanOrEqual(8);
    expect(steps.get('endless')).toBeLessThanOrEqual(8);
  });

  it('shows one card of an action, however often it is called', async () => {
    const { answers } = await ask('twice', (step) =>
      step === 0 ? [{ call: 'see_prices' }, { call: 'see_prices' }] : [{ say: 'There.' }],
    );
    expect(answers.filter((entry) => entry.card)).toHaveLength(1);
  });

  it('keeps the sources of an answer', async () => {
    const { answers } = await ask('sources', () => [
      { say: 'Two days.' },
      { cite: { id: 's1', title: 'Shipping', url: 'https://shop.example/shipping' } },
    ]);
    expect(answers[0]?.citations).toEqual([
      { sourceId: 's1', title: 'Shipping', url: 'https://shop.example/shipping' },
    ]);
  });
});

describe('a dead model ends the turn visibly', () => {
  it.each<[string, (step: number) => ScriptPart[]]>([
    ['an error', () => [{ fail: 'overloaded' }]],
    ['an error in the middle', () => [{ say: 'Once upon a time ' }, { fail: 'cut' }]],
    ['no first word', () => [{ waitMs: 5_000 }]],
    ['a stall in the middle', () => [{ say: 'Once upon a time ' }, { waitMs: 5_000 }, { say: 'and end' }]],
    ['nothing said', () => []],
  ])('%s', async (words, script) => {
    const { visitor, answers } = await ask(words, script);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ author: { type: 'system' }, text: expect.stringMatching(FAILURE) });
    const { rows } = await house.pool.query('select state, error from turns where conversation_id = $1', [
      visitor.session.conversationId,
    ]);
    expect(rows).toMatchObject([{ state: 'failed', error: expect.stringMatching(/./) }]);
  });

  it('too long in all, though it never stalls', async () => {
    const chatter = Array.from(
      { length: 30 },
      () => [{ say: 'and ' }, { waitMs: 100 }] as ScriptPart[],
    ).flat();
    const { answers } = await ask('chatter', () => chatter);
    expect(answers).toMatchObject([{ text: expect.stringMatching(FAILURE) }]);
  });

  it('tells no visitor what the cause was', async () => {
    const { answers } = await ask('secret cause', () => [{ fail: 'key sk-12345 is wrong' }]);
    expect(JSON.stringify(answers)).not.toContain('sk-12345');
  });
});

describe('messages during a turn', () => {
  it('are answered together, by one new turn', async () => {
    scripts.set('first', () => [
      { say: 'never finished ' },
      { waitMs: 280 },
      { say: 'x' },
      { waitMs: 280 },
      { say: 'y' },
    ]);
    const visitor = await house.visit(agentId);
    await visitor.follow();
    await visitor.send('first');
    await waitFor(() => visitor.events.some(({ event }) => event === 'delta'));
    await visitor.send('second');
    await visitor.send('third');
    await visitor.entry(({ author }) => author.type === 'agent');
    const entries = await visitor.list();
    expect(entries.map(({ text }) => text)).toEqual(['first', 'second', 'third', 'Answer to third']);
    expect(visitor.events.some(({ event }) => event === 'withdraw')).toBe(true);
    const { rows } = await house.pool.query(
      'select state from turns where conversation_id = $1 order by id',
      [visitor.session.conversationId],
    );
    expect(rows.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'done']);
  });
});

describe('a turn whose process died', () => {
  it('is taken over and answered once', async () => {
    const visitor = await house.visit(agentId);
    const { conversationId } = visitor.session;
    await leaveTurnOpen(conversationId, visitor.session.visitorId, 1);
    await visitor.follow();
    await visitor.entry(({ author }) => author.type === 'agent');
    expect((await visitor.list()).map(({ text }) => text)).toEqual(['left alone', 'Answer to left alone']);
  });

  it('is given up visibly after it brought down three', async () => {
    const visitor = await house.visit(agentId);
    await leaveTurnOpen(visitor.session.conversationId, visitor.session.visitorId, 3);
    await visitor.follow();
    await visitor.entry(({ author }) => author.type === 'system');
    expect((await visitor.list()).at(-1)?.text).toMatch(FAILURE);
  });

  async function leaveTurnOpen(conversationId: string, visitorId: string, attempt: number) {
    await house.pool.query(
      `with c as (update conversations set last_seq = 1, last_cursor = 1, fence = 1 where id = $1 and visitor_id = $2
         returning *),
       t as (insert into turns (id, workspace_id, conversation_id, fence, state, owner, lease_until, attempt)
         select gen_random_uuid(), workspace_id, id, 1, 'running', 'a dead process', now() - interval '1 second', $3 from c)
       insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text)
       select gen_random_uuid(), workspace_id, id, 1, 1, 'visitor', '', 'left alone' from c`,
      [conversationId, visitorId, attempt],
    );
  }
});
