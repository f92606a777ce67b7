import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { StubApi } from '../../../tests/harness/stub-api.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import type { Connection } from '../../contract/connections/connection.ts';

const PATH = '/services/T0000/B0000/abcdefgh12345678';
const url = `https://hooks.slack.com${PATH}`;

let api: StubApi;
let house: Harness;
let connection: Connection;

beforeAll(async () => {
  api = await StubApi.start();
  house = await Harness.start({ egressAllow: api.host, connectionAddresses: { slack: { hooks: api.url } } });
  const made = await house.api<Connection>('POST', '/api/v1/connections', {
    kind: 'slack',
    credentials: { url },
  });
  connection = made.body;
});
afterAll(async () => {
  await house.close();
  await api.close();
});

const texts = () => api.requests.map(({ body }) => (JSON.parse(body) as { text: string }).text);
const mute = (id: string, body: object) => house.api('PUT', `/api/v1/conversations/${id}/auto-reply`, body);
const read = async () => (await house.api<Connection>('GET', `/api/v1/connections/${connection.id}`)).body;

describe('Slack', () => {
  it('is tried when it is connected, and its address is never told', async () => {
    expect(connection).toMatchObject({ state: 'connected', problem: null, name: 'Slack' });
    expect(api.requests[0]).toMatchObject({ method: 'POST', path: PATH });
    expect(texts()[0]).toContain('Bellhop is connected');
    expect(JSON.stringify(connection)).not.toContain('abcdefgh');
  });

  it('hears that a visitor asks for a human, once, and can be called by no text of theirs', async () => {
    const agent = await house.createAgent();
    const visitor = await house.visit(agent.id);
    await visitor.send('hello');
    const [conversation] = (await house.api<{ items: { id: string }[] }>('GET', '/api/v1/conversations')).body
      .items;
    const id = conversation?.id ?? '';
    await mute(id, { state: 'muted', reason: 'parcel lost <!channel> & angry' });
    // While there was nothing to send, Bellhop looks every ten seconds only.
    await waitFor(() => texts().length === 2, 15_000);
    expect(texts()[1]).toBe(
      `A visitor asks for a human: “parcel lost &lt;!channel&gt; &amp; angry”. <${house.url}/inbox/waiting/${id}|Open the conversation>`,
    );
    // A mute of their own is nothing that the team has to be told.
    await mute(id, { state: 'on' });
    await mute(id, { state: 'muted' });
    const delivered = 'select count(*)::int as count from webhook_deliveries where state = $1';
    await waitFor(async () => (await house.pool.query(delivered, ['delivered'])).rows[0].count === 2);
    expect(texts()).toHaveLength(2);
  });

  it('is no webhook of the team', async () => {
    expect((await house.api<{ items: unknown[] }>('GET', '/api/v1/webhooks')).body.items).toEqual([]);
    expect((await house.api('DELETE', `/api/v1/webhooks/${connection.id}`)).status).toBe(404);
    expect((await house.api('GET', `/api/v1/webhooks/${connection.id}/secret`)).status).toBe(404);
  });

  it.each([
    [404, 'no_service', 'reconnect', 'does not know this address any more'],
    [410, 'channel_is_archived', 'reconnect', 'archived'],
    [429, '', 'failing', 'fewer messages'],
    [500, '', 'failing', 'answered with 500'],
  ])('that answers %i %s says what to do', async (status, body, state, words) => {
    api.answer = () => ({ status, body });
    await house.api('POST', `/api/v1/connections/${connection.id}/test`);
    expect(await read()).toMatchObject({ state, problem: expect.stringContaining(words) });
  });
});
