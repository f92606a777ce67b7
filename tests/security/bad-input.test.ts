import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErrorBody } from '../../src/contract/errors.ts';
import { Harness } from '../harness/harness.ts';
import { scriptedModel } from '../harness/scripted-model.ts';
import type { VisitorClient } from '../harness/visitor-client.ts';

let house: Harness;
let agentId: string;
let visitor: VisitorClient;

beforeAll(async () => {
  house = await Harness.start({
    model: scriptedModel(() => [{ say: 'nul \u0000 and half \ud800 a character' }]),
  });
  agentId = (await house.createAgent()).id;
  visitor = await house.visit(agentId);
});
afterAll(() => house.close());

/** What PostgreSQL cannot hold, in every place where a caller can put it. */
const hostile = ['nul\u0000byte', 'half\ud800', '\udc00half', 'x'.repeat(100_000), '\u202e', '💥'.repeat(50)];

it.each(hostile.map((text) => [JSON.stringify(text).slice(0, 30), text]))(
  '%s never ends in a fault of ours',
  async (_, text) => {
    const faq = (item: object) => ({
      agentId,
      type: 'faq',
      title: 'x',
      items: [{ question: 'q', answer: 'a', ...item }],
    });
    const settings = { text, url: 'https://x.example/' };
    const calls: [string, string, unknown?][] = [
      ['POST', '/api/v1/agents', { name: text }],
      [
        'POST',
        '/api/v1/agents',
        { name: 'x', greeting: text, instructions: text, widget: { starters: [text], title: text } },
      ],
      ['PATCH', `/api/v1/agents/${agentId}`, { instructions: text }],
      ['GET', `/api/v1/agents/${encodeURIComponent(text.toWellFormed())}`],
      ['POST', `/api/v1/agents/${agentId}/actions`, { kind: 'button', name: text, settings }],
      ['POST', `/api/v1/agents/${agentId}/actions`, { kind: text, name: 'x', settings: { [text]: text } }],
      ['POST', '/api/v1/knowledge/sources', faq({ question: text })],
      ['POST', '/api/v1/knowledge/sources', faq({ answer: text })],
      ['GET', `/api/v1/knowledge/search?agentId=${agentId}&q=${encodeURIComponent(text.toWellFormed())}`],
      ['POST', `/api/v1/agents/${agentId}/decide`, { messages: [{ author: 'visitor', text }] }],
      [
        'PUT',
        `/api/v1/conversations/${visitor.session.conversationId}/auto-reply`,
        { state: 'on', reason: text },
      ],
      [
        'POST',
        `/api/v1/conversations/${visitor.session.conversationId}/replies`,
        { clientId: text, text, name: text },
      ],
    ];
    const faults: string[] = [];
    for (const [method, path, body] of calls) {
      const { status } = await house.api(method, path, body);
      if (status >= 500) faults.push(`${method} ${path.slice(0, 60)}: ${status}`);
    }
    const visits = await Promise.all([
      visitor.post('/widget/v1/sessions', {
        agentId,
        token: text,
        page: { url: text, title: text, language: text },
      }),
      visitor.post('/widget/v1/messages', { clientId: text, text }),
      visitor.post(`/widget/v1/cards/${encodeURIComponent(text.toWellFormed())}`, {
        clientId: 'x',
        op: 'open',
      }),
    ]);
    for (const { status, url } of visits) if (status >= 500) faults.push(`${url.slice(0, 60)}: ${status}`);
    expect(faults).toEqual([]);
  },
);

it.each([
  '/api/v1/agents?cursor=WyIKIl0',
  `/api/v1/agents?cursor=${Buffer.from('[]').toString('base64url')}`,
  `/api/v1/agents?cursor=${Buffer.from('["\\u0000"]').toString('base64url')}`,
  `/api/v1/conversations?cursor=${Buffer.from('["zzz","a"]').toString('base64url')}`,
  `/api/v1/conversations?cursor=${Buffer.from('["9999-99-99 99:99:99+00","a"]').toString('base64url')}`,
])('the made-up cursor of %s is refused', async (path) => {
  expect((await house.api('GET', path)).status).toBe(422);
});

it('a page with a long address and title can show the chat', async () => {
  const page = {
    url: `https://shop.example/?${'q'.repeat(9_000)}`,
    title: 't'.repeat(5_000),
    language: 'l'.repeat(99),
  };
  expect((await visitor.post('/widget/v1/sessions', { agentId, page })).status).toBe(200);
});

it('a time that no calendar has is refused', async () => {
  const path = `/api/v1/conversations/${visitor.session.conversationId}/auto-reply`;
  const { status } = await house.api('PUT', path, { state: 'muted', until: '0000-01-01T00:00:00Z' });
  expect(status).toBe(422);
});

it('what a model writes is stored without what cannot be stored', async () => {
  const who = await house.visit(agentId);
  await who.ask('hello');
  expect((await who.list()).at(-1)).toMatchObject({
    author: { type: 'agent' },
    text: 'nul  and half \ufffd a character',
  });
});

it('HEAD opens no stream', async () => {
  const response = await fetch(`${house.url}/widget/v1/events`, {
    method: 'HEAD',
    headers: { accept: 'text/event-stream', authorization: `Bearer ${visitor.session.token}` },
  });
  expect(response.status).toBe(405);
});

it.each([
  ['GET', '/api/v1/conversations?autoreply=muted', undefined, 'autoreply'],
  ['GET', '/api/v1/workspace?limit=1', undefined, 'limit'],
  ['POST', '/api/v1/agents', { name: 'x', widget: { colour: '#000000' } }, 'widget.colour'],
  ['POST', '/api/v1/models/test', { model: { provider: 'builtin', model: 'x' } }, 'model.model'],
])('%s %s with what nobody knows is refused, and says what', async (method, path, sent, named) => {
  const { status, body } = await house.api<ErrorBody>(method, path, sent);
  expect(status).toBe(422);
  expect(body.error.details).toEqual([{ path: named, message: 'is not known here' }]);
});

it('the settings of an action are held to its kind', async () => {
  const settings = { text: 'x', url: 'https://x.example/', target: '_top' };
  const action = { kind: 'button', name: 'x', settings };
  const { status, body } = await house.api<ErrorBody>('POST', `/api/v1/agents/${agentId}/actions`, action);
  expect({ status, path: body.error.details?.[0]?.path }).toEqual({ status: 422, path: 'settings.target' });
});

it('a widget of a newer version may say more than this server knows', async () => {
  const session = { agentId, screen: { width: 400 } };
  expect((await visitor.post('/widget/v1/sessions?v=2', session)).status).toBe(200);
});
