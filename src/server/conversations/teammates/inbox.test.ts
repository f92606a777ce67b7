import { createParser } from 'eventsource-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { join, type PersonClient, setUp } from '../../../../tests/harness/person-client.ts';
import { lastWords, scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import type { Conversation, ConversationDetail, Note } from '../../../contract/conversation.ts';

let house: Harness;
let owner: PersonClient;
let viewer: PersonClient;
let agentId: string;

beforeAll(async () => {
  const model = scriptedModel((call) => {
    const words = lastWords(call);
    if (words.includes('human')) return [{ call: 'talk_to_a_person', input: { reason: 'wants a human' } }];
    if (words.includes('details')) return [{ call: 'leave_details', input: {} }, { say: 'Please.' }];
    return [{ say: `Answer to ${words}` }];
  });
  house = await Harness.start({ model });
  owner = await setUp(house);
  viewer = await join(house, owner, 'vera@example.com', 'viewer');
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, { kind: 'stop-auto-reply', name: 'Talk to a person', settings: {} });
  await house.createAction(agentId, { kind: 'lead-form', name: 'Leave details', settings: {} });
});
afterAll(() => house.close());

interface Page {
  items: Conversation[];
  nextCursor: string | null;
}

const pathOf = ({ session }: VisitorClient) => `/api/v1/conversations/${session.conversationId}`;
const list = async (query: string) =>
  (await owner.call<{ items: Conversation[] }>('GET', `/api/v1/conversations?${query}`)).body.items;
const isIn = async (query: string, { session }: VisitorClient) =>
  (await list(query)).some(({ id }) => id === session.conversationId);
const read = async (visitor: VisitorClient) =>
  (await owner.call<ConversationDetail>('GET', pathOf(visitor))).body;

describe('who waits', () => {
  it('is whoever the agent handed over, until a teammate answers; whose it is then', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('hello');
    expect(await isIn('view=agent', visitor)).toBe(true);
    expect(await isIn('view=waiting', visitor)).toBe(false);

    await visitor.ask('a human please');
    const handedOver = await read(visitor);
    expect(handedOver).toMatchObject({ autoReply: 'muted', muteReason: 'wants a human', mutedBy: null });
    expect(handedOver.waitingSince).toBe(handedOver.mutedAt);
    expect(await isIn('view=waiting&autoReply=muted&channel=widget', visitor)).toBe(true);
    expect(await isIn('view=agent', visitor)).toBe(false);

    const reply = await owner.call('POST', `${pathOf(visitor)}/replies`, {
      clientId: 'r',
      text: 'Here I am.',
    });
    expect(reply.status).toBe(201);
    expect(await isIn('view=waiting', visitor)).toBe(false);
    expect(await isIn('view=mine', visitor)).toBe(true);
    expect(await read(visitor)).toMatchObject({
      waitingSince: null,
      lastAuthor: 'teammate',
      assignee: { name: 'Ingrid Berg' },
    });

    await visitor.send('and now?');
    expect(await isIn('view=waiting', visitor)).toBe(true);
    await owner.call('PUT', `${pathOf(visitor)}/auto-reply`, { state: 'on' });
    expect(await isIn('view=waiting', visitor)).toBe(false);
  });

  it('is also whom the agent was about to answer when a teammate mutes it, who is named', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('hello');
    await owner.call('PUT', `${pathOf(visitor)}/auto-reply`, { state: 'muted' });
    expect(await read(visitor)).toMatchObject({ mutedBy: 'Ingrid Berg', waitingSince: null });
    await visitor.send('anybody?');
    expect((await read(visitor)).waitingSince).not.toBeNull();
  });
});

describe('the work of a team', () => {
  it('closes a conversation, which the visitor opens again by writing', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('hello');
    const closed = await owner.call('POST', `${pathOf(visitor)}/close`);
    expect(closed).toMatchObject({ status: 200, body: { status: 'closed' } });
    expect(await isIn('view=closed', visitor)).toBe(true);
    expect(await isIn('status=open', visitor)).toBe(false);
    await visitor.ask('one thing more');
    expect(await isIn('status=open', visitor)).toBe(true);
    await owner.call('POST', `${pathOf(visitor)}/close`);
    expect((await owner.call('POST', `${pathOf(visitor)}/reopen`)).body).toMatchObject({ status: 'open' });
  });

  it('gives a conversation to members only', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('hello');
    const { rows } = await house.pool.query(`select id from users where email = 'vera@example.com'`);
    const assign = (userId: string | null) => owner.call('PUT', `${pathOf(visitor)}/assignee`, { userId });
    expect((await assign(rows[0].id)).status).toBe(200);
    expect(await isIn(`assignee=${rows[0].id}`, visitor)).toBe(true);
    expect(await assign('somebody-else')).toMatchObject({ status: 422 });
    expect((await read(visitor)).assignee?.userId).toBe(rows[0].id);
    expect((await assign(null)).body).toMatchObject({ assignee: null });
    expect((await viewer.call('POST', `${pathOf(visitor)}/close`)).status).toBe(403);
  });

  it('keeps notes once each, and shows the visitor none', async () => {
    const visitor = await house.visit(agentId);
    await visitor.follow();
    await visitor.ask('hello');
    const note = { clientId: 'n', text: 'a secret of the team' };
    const [first, again] = [
      await owner.call<Note>('POST', `${pathOf(visitor)}/notes`, note),
      await owner.call<Note>('POST', `${pathOf(visitor)}/notes`, note),
    ];
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    const { body } = await viewer.call<{ items: Note[] }>('GET', `${pathOf(visitor)}/notes`);
    expect(body.items).toMatchObject([{ authorName: 'Ingrid Berg', text: note.text }]);
    await visitor.ask('bye');
    expect(JSON.stringify([visitor.events, await visitor.list()])).not.toContain(note.text);
  });
});

describe('search', () => {
  it('finds words of messages, also cut short, and the name and address that a visitor left', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('Is the Fjellräven jacket in stock? My order is A-10493.');
    await visitor.ask('take my details');
    const form = (await visitor.list()).find((entry) => entry.card);
    await visitor.useCard(form?.id ?? '', 'submit', { name: 'Maja Lindqvist', email: 'maja@example.com' });
    const found = await Promise.all(
      ['fjellr', 'jacket stock', 'A-10493', 'lindq', 'maja@example.com', 'nothing like it', '&!:*'].map(
        async (q) => [q, await isIn(`q=${encodeURIComponent(q)}`, visitor)],
      ),
    );
    expect(Object.fromEntries(found)).toEqual({
      ...{ fjellr: true, 'jacket stock': true, 'A-10493': true, lindq: true, 'maja@example.com': true },
      ...{ 'nothing like it': false, '&!:*': false },
    });
    const [item] = await list('q=lindqvist');
    expect(item).toMatchObject({ visitorName: 'Maja Lindqvist', visitorEmail: 'maja@example.com' });
  });

  it('pages through all that is found, each once', async () => {
    const visitors = await Promise.all(Array.from({ length: 5 }, () => house.visit(agentId)));
    for (const visitor of visitors) await visitor.ask('pagingword');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = `q=pagingword&limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const { body }: { body: Page } = await owner.call<Page>('GET', `/api/v1/conversations?${query}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(visitors.map(({ session }) => session.conversationId).reverse());
  });

  it('finds at once who wrote long ago, among many that say the same', async () => {
    const fill = (sql: string) =>
      house.pool.query(
        `with ids as (select workspace_id, id as agent_id from agents where id = '${agentId}') ${sql}`,
      );
    await fill(`insert into visitors (id, workspace_id, agent_id)
      select 'many' || n, workspace_id, agent_id from generate_series(1, 800) n, ids`);
    await fill(`insert into conversations (id, workspace_id, agent_id, visitor_id, last_seq, last_cursor, last_text, last_at)
      select 'many' || n, workspace_id, agent_id, 'many' || n, 10, 10, '', now() - n * interval '1 day'
      from generate_series(1, 800) n, ids`);
    await fill(`insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text)
      select 'many' || n || '-' || seq, workspace_id, 'many' || n, seq, seq, 'visitor', '', 'the parcel number ' || 700000 + n
      from generate_series(1, 800) n, generate_series(1, 10) seq, ids`);
    await house.pool.query('analyze entries');
    const find = async (q: string) => (await list(`q=${encodeURIComponent(q)}`)).map(({ id }) => id);
    expect(await find('700800')).toEqual(['many800']);
    expect(await find('parcel 700800')).toEqual(['many800']);
    expect((await find('70079')).toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `many79${n}`));
    // What nearly all have, as a word or as the beginning of one: the newest, and not all of them at once.
    for (const q of ['parcel', 'parcel n', '700']) expect((await find(q))[0]).toBe('many1');
  });
});

describe('live', () => {
  it('tells which conversation changed, of this workspace only, and ends with the reader', async () => {
    const abort = new AbortController();
    const heard: unknown[] = [];
    const response = await fetch(`${house.url}/api/v1/events`, {
      headers: { ...owner.headers, accept: 'text/event-stream' },
      signal: abort.signal,
    });
    const parser = createParser({ onEvent: ({ data }) => heard.push(JSON.parse(data)) });
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
    })().catch(() => 'left');
    await waitFor(() => heard.length > 0);
    expect(heard).toEqual([{}]);

    await house.pool.query(`insert into workspaces (id, name) values ('elsewhere', 'Elsewhere')`);
    const mine = await house.visit(agentId);
    const theirs = await house.visit(agentId);
    await house.pool.query(`update conversations set workspace_id = 'elsewhere' where id = $1`, [
      theirs.session.conversationId,
    ]);
    await mine.ask('hello');
    await waitFor(() => heard.length > 1);
    expect(heard.slice(1)).toContainEqual({ conversationId: mine.session.conversationId });
    const before = heard.length;
    await owner.call('POST', `${pathOf(mine)}/notes`, { clientId: 'x', text: 'noted' });
    await waitFor(() => heard.length > before);
    expect(JSON.stringify(heard)).not.toContain(theirs.session.conversationId);
    abort.abort();
    expect(await reading).toBe('left');
  });
});
