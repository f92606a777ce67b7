import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';
import type { Conversation } from '../../../contract/conversation.ts';

let house: Harness;
let agentId: string;

beforeAll(async () => {
  const model = scriptedModel((call) => {
    const words = lastWords(call);
    if (words.includes('human'))
      return [{ call: 'talk_to_a_person', input: { reason: 'wants a human' } }, { say: 'never shown' }];
    if (words.includes('slowly'))
      return [{ say: 'Once upon a time ' }, { waitMs: 5_000 }, { say: 'and end.' }];
    return [{ say: `Answer to ${words}` }];
  });
  house = await Harness.start({ model });
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, {
    kind: 'stop-auto-reply',
    name: 'Talk to a person',
    settings: { message: 'A colleague will answer here.' },
  });
});
afterAll(() => house.close());

const agentWords = async (visitor: VisitorClient) =>
  (await visitor.list()).filter(({ author }) => author.type === 'agent').map(({ text }) => text);

const setAutoReply = (visitor: VisitorClient, body: object) =>
  house.api<Conversation>('PUT', `/api/v1/conversations/${visitor.session.conversationId}/auto-reply`, body);

describe('a visitor who asks for a human', () => {
  it('is told so once, and the agent is silent until a teammate turns it on', async () => {
    const visitor = await house.visit(agentId);
    await visitor.follow();
    await visitor.ask('I want a human');
    expect(await agentWords(visitor)).toEqual(['A colleague will answer here.']);

    await visitor.ask('hello?');
    await visitor.ask('are you a robot?');
    expect(await agentWords(visitor)).toEqual(['A colleague will answer here.']);
    const { body } = await house.api<Conversation>(
      'GET',
      `/api/v1/conversations/${visitor.session.conversationId}`,
    );
    expect(body).toMatchObject({
      autoReply: 'muted',
      muteReason: 'wants a human',
      summary: 'I want a human',
      mutedUntil: null,
    });

    const back = await setAutoReply(visitor, { state: 'on' });
    expect(back).toMatchObject({ status: 200, body: { autoReply: 'on', muteReason: null } });
    await visitor.ask('thanks');
    expect(await agentWords(visitor)).toEqual(['A colleague will answer here.', 'Answer to thanks']);
  });

  it('sees the reply of a teammate, by name, once', async () => {
    const visitor = await house.visit(agentId);
    await visitor.follow();
    await visitor.ask('human please');
    const path = `/api/v1/conversations/${visitor.session.conversationId}/replies`;
    const reply = { clientId: 'reply-1', text: 'Hi, this is Mia.', name: 'Mia' };
    const [first, second] = [await house.api('POST', path, reply), await house.api('POST', path, reply)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    await visitor.entry(({ author }) => author.type === 'teammate');
    expect(visitor.entries.filter(({ author }) => author.type === 'teammate')).toMatchObject([
      { text: 'Hi, this is Mia.', author: { name: 'Mia' } },
    ]);
  });
});

describe('a mute', () => {
  it('takes back what the agent was saying, and ends its stream', async () => {
    const visitor = await house.visit(agentId);
    await visitor.follow();
    const turn = visitor.ask('tell me slowly');
    const delta = await waitForDelta(visitor);
    const muted = performance.now();
    await setAutoReply(visitor, { state: 'muted', reason: 'I take it' });
    await turn;
    expect(performance.now() - muted).toBeLessThan(2_000);
    expect(visitor.events).toContainEqual({ event: 'withdraw', data: { entryId: delta.entryId } });
    expect(visitor.events).toContainEqual({ event: 'state', data: { autoReply: 'muted', typing: false } });
    expect(await agentWords(visitor)).toEqual([]);
  });

  it('can end by itself, with the first message after its time', async () => {
    const visitor = await house.visit(agentId);
    await visitor.follow();
    await setAutoReply(visitor, { state: 'muted', until: new Date(Date.now() + 400).toISOString() });
    await visitor.ask('still there?');
    expect(await agentWords(visitor)).toEqual([]);
    await pause(500);
    await visitor.ask('and now?');
    expect(await agentWords(visitor)).toEqual(['Answer to and now?']);
  });

  it('is not lifted by an old answer after a quick hand-back', async () => {
    const visitor = await house.visit(agentId);
    await visitor.follow();
    const turn = visitor.ask('tell me slowly');
    await waitForDelta(visitor);
    await setAutoReply(visitor, { state: 'muted' });
    await setAutoReply(visitor, { state: 'on' });
    await turn;
    await visitor.ask('fresh start');
    expect(await agentWords(visitor)).toEqual(['Answer to fresh start']);
  });

  it('of a conversation that is not there, or with a state that is none, is refused', async () => {
    expect((await house.api('PUT', '/api/v1/conversations/nobody/auto-reply', { state: 'on' })).status).toBe(
      404,
    );
    const visitor = await house.visit(agentId);
    expect((await setAutoReply(visitor, { state: 'off' })).status).toBe(422);
    expect((await setAutoReply(visitor, { state: 'muted', until: 'tomorrow' })).status).toBe(422);
  });

  it('that would be over before it begins is refused, and changes nothing', async () => {
    const visitor = await house.visit(agentId);
    await setAutoReply(visitor, { state: 'muted' });
    for (const until of ['2020-01-01T00:00:00Z', new Date(Date.now() - 1_000).toISOString()])
      expect(await setAutoReply(visitor, { state: 'muted', until })).toMatchObject({
        status: 422,
        body: { error: { details: [{ path: 'until', message: 'must be in the future' }] } },
      });
    const path = `/api/v1/conversations/${visitor.session.conversationId}`;
    expect((await house.api('GET', path)).body).toMatchObject({ autoReply: 'muted', mutedUntil: null });
  });
});

it('after a hand-back the agent answers what comes, not what was said while it was silent', async () => {
  const seen: string[] = [];
  const listening = await Harness.start({
    model: scriptedModel((call) => {
      const answered = call.prompt.findLastIndex(({ role }) => role === 'assistant');
      seen.push(JSON.stringify(call.prompt.slice(answered + 1)));
      return [{ say: 'Here.' }];
    }),
  });
  try {
    const visitor = await listening.visit((await listening.createAgent()).id);
    const path = `/api/v1/conversations/${visitor.session.conversationId}/auto-reply`;
    await listening.api('PUT', path, { state: 'muted' });
    await visitor.ask('said into the silence');
    await listening.api('PUT', path, { state: 'on' });
    await visitor.ask('said afterwards');
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain('said afterwards');
    expect(seen[0]).not.toContain('said into the silence');
  } finally {
    await listening.close();
  }
});

it("a teammate's reply ends what the agent was about to say", async () => {
  const visitor = await house.visit(agentId);
  await visitor.follow();
  const turn = visitor.ask('tell me slowly');
  await waitForDelta(visitor);
  await house.api('POST', `/api/v1/conversations/${visitor.session.conversationId}/replies`, {
    clientId: 'r',
    text: 'I have it.',
  });
  await turn;
  await visitor.entry(({ text }) => text === 'I have it.');
  expect(await agentWords(visitor)).toEqual([]);
});

async function waitForDelta(visitor: VisitorClient) {
  for (;;) {
    const delta = visitor.events.find(({ event }) => event === 'delta');
    if (delta?.event === 'delta') return delta.data;
    await pause(10);
  }
}
