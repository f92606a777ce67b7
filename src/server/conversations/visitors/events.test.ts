import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';

let house: Harness;
let visitor: VisitorClient;

beforeAll(async () => {
  house = await Harness.start({ model: scriptedModel(() => [{ say: 'Hello.' }]) });
  visitor = await house.visit((await house.createAgent()).id);
  await visitor.ask('one');
  await visitor.ask('two');
});
afterAll(() => house.close());

async function open(headers: Record<string, string>, query = '') {
  const abort = new AbortController();
  const response = await fetch(`${house.url}/widget/v1/events${query}`, {
    headers: { authorization: `Bearer ${visitor.session.token}`, ...headers },
    signal: abort.signal,
  });
  return { response, abort };
}

describe('the events', () => {
  it.each([
    ['text/event-stream', 'text/event-stream'],
    ['*/*', 'text/event-stream'],
    ['text/html, */*;q=0.8', 'text/event-stream'],
    ['text/event-stream, application/json;q=0.5', 'text/event-stream'],
    ['application/json', 'application/json'],
    ['application/json, text/plain, */*', 'application/json'],
  ])('asked for with Accept: %s come as %s', async (accept, type) => {
    const { response, abort } = await open({ accept });
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    abort.abort();
  });

  it('without an Accept come as a stream', async () => {
    const { response, abort } = await open({});
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    abort.abort();
  });

  it.each([
    [{}, '', [1, 2, 3, 4]],
    [{ 'last-event-id': '2' }, '', [3, 4]],
    [{ 'last-event-id': '3' }, '?after=1', [4]],
    [{ 'last-event-id': '1' }, '?after=3', [4]],
    [{ 'last-event-id': 'not ours' }, '?after=2', [3, 4]],
    [{ 'last-event-id': '99999999999' }, '', [1, 2, 3, 4]],
  ])('go on after the later of Last-Event-ID and ?after= %#', async (headers, query, cursors) => {
    const { response, abort } = await open(headers, query);
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      // The state comes when everything missed has been told.
      if (text.includes('event: state')) break;
    }
    abort.abort();
    expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual(cursors);
  });
});
