import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';

let house: Harness;
let agentId: string;

beforeAll(async () => {
  const model = scriptedModel((call) => [{ say: 'You said: ' }, { say: lastWords(call) }]);
  house = await Harness.start({ model });
  agentId = (await house.createAgent({ greeting: 'Hello!' })).id;
});
afterAll(() => house.close());

describe('a message', () => {
  it('is answered, in order, live and stored alike', async () => {
    const visitor = await house.visit(agentId);
    await visitor.follow();
    await visitor.send('hello there');
    const answer = await visitor.entry(({ author }) => author.type === 'agent');
    expect(answer).toMatchObject({
      text: 'You said: hello there',
      author: { type: 'agent', name: 'Robin' },
      seq: 2,
    });
    const live = visitor.events.flatMap(({ event, data }) => (event === 'delta' ? [data] : []));
    expect(live.map(({ text }) => text).join('')).toBe('You said: hello there');
    let length = 0;
    for (const { offset, text } of live) {
      expect(offset).toBe(length);
      length += text.length;
    }
    expect(live.every(({ entryId }) => entryId === answer.id)).toBe(true);
    expect(await visitor.list()).toEqual(visitor.entries);
  });

  it('is one entry however often it is sent', async () => {
    const visitor = await house.visit(agentId);
    const clientId = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => visitor.send('only once', clientId)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    await visitor.follow();
    await visitor.entry(({ author }) => author.type === 'agent');
    expect((await visitor.list()).map(({ author }) => author.type)).toEqual(['visitor', 'agent']);
  });

  it('streams its own turn and ends with it when asked to', async () => {
    const visitor = await house.visit(agentId);
    const events = await visitor.ask('stream this');
    expect(events[0]).toMatchObject({
      event: 'entry',
      data: { author: { type: 'visitor' }, text: 'stream this' },
    });
    expect(events.some(({ event }) => event === 'delta')).toBe(true);
    const last = events.filter(({ event }) => event === 'entry').at(-1);
    expect(last).toMatchObject({ data: { text: 'You said: stream this' } });
  });

  it.each([
    [{ clientId: 'a', text: '' }, 422],
    [{ clientId: 'a', text: '   ' }, 422],
    [{ clientId: 'a', text: 'x'.repeat(4_001) }, 422],
    [{ clientId: 'a', text: 'nul \u0000 byte' }, 422],
    [{ clientId: '', text: 'hello' }, 422],
    [{ text: 'hello' }, 422],
    [[], 422],
  ])('that is %j is refused with the field that is wrong', async (body, status) => {
    const visitor = await house.visit(agentId);
    const response = await visitor.post('/widget/v1/messages', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid', details: expect.any(Array) } });
    expect(await visitor.list()).toEqual([]);
  });

  it('cannot be sent without a session, nor with one of nobody', async () => {
    const send = (authorization?: string) =>
      fetch(`${house.url}/widget/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({ clientId: 'a', text: 'hello' }),
      });
    expect((await send()).status).toBe(401);
    expect((await send('Bearer nobody')).status).toBe(401);
    expect((await send('Basic nobody')).status).toBe(401);
  });
});

describe('a session', () => {
  it('goes on with its token: same visitor, same conversation', async () => {
    const first = await house.visit(agentId);
    const again = await house.visit(agentId, first.session.token);
    expect(again.session).toEqual(first.session);
    expect(again.session.agent).toMatchObject({ name: 'Robin', greeting: 'Hello!' });
  });

  it('of another agent, or of nobody, starts anew', async () => {
    const other = await house.createAgent({ name: 'Other' });
    const first = await house.visit(agentId);
    expect((await house.visit(other.id, first.session.token)).session.visitorId).not.toBe(
      first.session.visitorId,
    );
    expect((await house.visit(agentId, 'made-up')).session.token).not.toBe('made-up');
  });

  it('of an agent that does not exist is not found', async () => {
    const response = await fetch(`${house.url}/widget/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agentId: 'nobody' }),
    });
    expect(response.status).toBe(404);
  });

  it('stores no token, only its hash', async () => {
    const { session } = await house.visit(agentId);
    const { rows } = await house.pool.query('select encode(token_hash, $1) as hash from visitor_sessions', [
      'base64',
    ]);
    expect(JSON.stringify(rows)).not.toContain(session.token);
  });
});

describe('a reader who comes back', () => {
  it('gets what they missed after their cursor, once, and then what happens', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('one');
    const cursor = Number((await visitor.list()).at(-1)?.cursor);
    await visitor.ask('two');
    await visitor.follow(cursor);
    await visitor.entry(({ text }) => text === 'You said: two');
    await visitor.ask('three');
    await visitor.entry(({ text }) => text === 'You said: three');
    const texts = visitor.events.flatMap(({ event, data }) => (event === 'entry' ? [data.text] : []));
    expect(texts).toEqual(['two', 'You said: two', 'three', 'You said: three']);
  });

  it('in a second tab sees the same conversation', async () => {
    const one = await house.visit(agentId);
    const two = await house.visit(agentId, one.session.token);
    await Promise.all([one.follow(), two.follow()]);
    await one.send('from the first tab');
    await two.entry(({ text }) => text === 'You said: from the first tab');
    await two.send('from the second tab');
    await one.entry(({ text }) => text === 'You said: from the second tab');
    expect(one.entries).toEqual(two.entries);
  });

  it('never sees the conversation of somebody else', async () => {
    const [one, other] = [await house.visit(agentId), await house.visit(agentId)];
    await other.follow();
    await one.ask('private words');
    expect(await other.list()).toEqual([]);
    expect(other.entries).toEqual([]);
  });
});

it('keeps many messages at once in one gapless order', async () => {
  const visitor = await house.visit(agentId);
  await visitor.follow();
  await Promise.all(Array.from({ length: 20 }, (_, index) => visitor.send(`message ${index}`)));
  // The first of them may be answered before the others have arrived.
  const entries = await waitFor(async () => {
    const list = await visitor.list();
    return list.length > 20 && list.at(-1)?.author.type === 'agent' && list;
  });
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  const authors = entries.map(({ author }) => author.type);
  expect(authors.filter((author) => author === 'visitor')).toHaveLength(20);
  expect(authors.some((author, index) => author === 'agent' && authors[index + 1] === 'agent')).toBe(false);
});
