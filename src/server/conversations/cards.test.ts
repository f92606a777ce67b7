import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../tests/harness/visitor-client.ts';
import type { Entry } from '../../contract/entry.ts';
import type { Lead } from '../../contract/lead.ts';

let house: Harness;
let agentId: string;

beforeAll(async () => {
  const model = scriptedModel((call) => {
    if (call.prompt.at(-1)?.role === 'tool') return [{ say: 'Here.' }];
    const words = lastWords(call);
    if (words.includes('prices')) return [{ call: 'prices' }];
    // A model that asks for details whenever it can, and claims that the visitor asked for it.
    return [{ call: 'quote', input: words.startsWith('please') ? { visitorRequest: words } : {} }];
  });
  house = await Harness.start({ model });
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, {
    kind: 'button',
    name: 'Prices',
    settings: { text: 'See prices', url: 'https://shop.example/prices' },
  });
  await house.createAction(agentId, {
    kind: 'lead-form',
    name: 'Quote',
    settings: {
      fields: [
        { name: 'name', type: 'name', required: true },
        { name: 'email', type: 'email', required: true },
      ],
      consent: 'We write to you once.',
      successMessage: 'Thanks, we will write.',
      dismissMessage: 'No problem at all.',
    },
  });
});
afterAll(() => house.close());

const values = { name: 'Ada Lovelace', email: 'ada@example.com' };

async function cardAfter(
  words: string,
  visitor?: VisitorClient,
): Promise<{ visitor: VisitorClient; card: Entry }> {
  const who = visitor ?? (await house.visit(agentId));
  await who.ask(words);
  const card = (await who.list()).findLast((entry) => entry.card);
  if (!card) throw new Error('no card was shown');
  return { visitor: who, card };
}

const leadsOf = async (visitor: VisitorClient) => {
  const { body } = await house.api<{ items: Lead[] }>('GET', '/api/v1/leads?limit=100');
  return body.items.filter(({ visitorId }) => visitorId === visitor.session.visitorId);
};

describe('a button', () => {
  it('records the click, tells every tab, and takes no form', async () => {
    const { visitor, card } = await cardAfter('prices');
    await visitor.follow(Number(card.cursor));
    const opened = await visitor.useCard(card.id, 'open');
    expect(await opened.json()).toMatchObject({ id: card.id, seq: card.seq, card: { state: 'opened' } });
    await visitor.entry(({ id, card: seen }) => id === card.id && seen?.state === 'opened');
    expect((await visitor.useCard(card.id, 'open')).status).toBe(200);
    expect((await visitor.useCard(card.id, 'submit', {})).status).toBe(409);
  });

  it('of somebody else cannot be used', async () => {
    const { card } = await cardAfter('prices');
    const stranger = await house.visit(agentId);
    expect((await stranger.useCard(card.id, 'open')).status).toBe(404);
    expect((await stranger.useCard('nothing', 'open')).status).toBe(404);
  });
});

describe('a lead form', () => {
  it('becomes one lead and the success message, however often it is sent', async () => {
    const { visitor, card } = await cardAfter('quote');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        visitor.useCard(card.id, 'submit', values).then((response) => response.json()),
      ),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({
        card: { state: 'submitted', payload: { message: 'Thanks, we will write.' } },
      });
    expect(await leadsOf(visitor)).toMatchObject([{ values, consent: 'We write to you once.', agentId }]);
  });

  it('says which field is wrong, keeps nothing, and can be sent again', async () => {
    const { visitor, card } = await cardAfter('quote');
    const refused = await visitor.useCard(card.id, 'submit', { name: '', email: 'nope' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      error: {
        details: [
          { path: 'values.name', code: 'required' },
          { path: 'values.email', code: 'email' },
        ],
      },
    });
    expect(await leadsOf(visitor)).toEqual([]);
    expect((await visitor.useCard(card.id, 'submit', values)).status).toBe(200);
    expect(await leadsOf(visitor)).toHaveLength(1);
  });

  it('that was closed shows the dismiss message and does not come back by itself', async () => {
    const { visitor, card } = await cardAfter('quote');
    const closed = await visitor.useCard(card.id, 'dismiss');
    expect(await closed.json()).toMatchObject({
      card: { state: 'dismissed', payload: { message: 'No problem at all.' } },
    });
    await visitor.ask('and the weather?');
    expect((await visitor.list()).filter((entry) => entry.card)).toHaveLength(1);
    expect((await visitor.useCard(card.id, 'submit', values)).status).toBe(409);
  });

  it('that was closed comes back when the visitor asks', async () => {
    const { visitor, card } = await cardAfter('quote');
    await visitor.useCard(card.id, 'dismiss');
    const again = await cardAfter('please let me leave my details', visitor);
    expect(again.card.id).not.toBe(card.id);
    expect((await visitor.useCard(again.card.id, 'submit', values)).status).toBe(200);
    expect(await leadsOf(visitor)).toHaveLength(1);
  });

  it('of an archived action is closed, and takes nothing any more', async () => {
    const { id } = await house.createAgent();
    const action = await house.createAction(id, { kind: 'lead-form', name: 'Quote', settings: {} });
    const visitor = await house.visit(id);
    await visitor.ask('quote');
    const card = (await visitor.list()).find((entry) => entry.card);
    expect((await house.api('DELETE', `/api/v1/actions/${action.id}`)).status).toBe(204);
    expect((await visitor.useCard(card?.id ?? '', 'submit', values)).status).toBe(409);
    expect(await leadsOf(visitor)).toEqual([]);
    const now = (await visitor.list()).find((entry) => entry.id === card?.id);
    expect(now?.card?.state).toBe('expired');
  });
});

describe('a closed form', () => {
  it('stays closed however long the conversation goes on', async () => {
    const { visitor, card } = await cardAfter('quote');
    await visitor.useCard(card.id, 'dismiss');
    await house.pool.query(
      `with c as (update conversations set last_seq = last_seq + 200, last_cursor = last_cursor + 200 where id = $1
         returning id, workspace_id, last_seq, last_cursor)
       insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, text)
       select gen_random_uuid(), workspace_id, id, last_seq - n, last_cursor - n, 'visitor', '', 'and so on'
       from c, generate_series(0, 199) n`,
      [visitor.session.conversationId],
    );
    await visitor.ask('and the weather?');
    const { rows } = await house.pool.query(
      'select count(*)::int as cards from entries where conversation_id = $1 and card is not null',
      [visitor.session.conversationId],
    );
    expect(rows[0].cards).toBe(1);
  });
});

describe('leads', () => {
  it('are exported as CSV that starts no formula', async () => {
    const { visitor, card } = await cardAfter('quote');
    await visitor.useCard(card.id, 'submit', {
      name: '=HYPERLINK("https://evil.example")',
      email: 'x@example.com',
    });
    const { body, headers } = await house.api<string>('GET', '/api/v1/leads.csv');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(body).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(body.split('\n')[0]).toContain('"email"');
  });

  it('can be deleted', async () => {
    const { visitor, card } = await cardAfter('quote');
    await visitor.useCard(card.id, 'submit', values);
    const [lead] = await leadsOf(visitor);
    expect((await house.api('DELETE', `/api/v1/leads/${lead?.id}`)).status).toBe(204);
    expect((await house.api('DELETE', `/api/v1/leads/${lead?.id}`)).status).toBe(404);
    expect(await leadsOf(visitor)).toEqual([]);
  });
});
