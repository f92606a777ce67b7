import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { scriptedModel } from '../../../tests/harness/scripted-model.ts';
import type { Snippet } from '../../contract/knowledge.ts';

let house: Harness;
let agentId: string;

beforeAll(async () => {
  house = await Harness.start({ model: scriptedModel(() => [{ say: 'Hello.' }]) });
  agentId = (await house.createAgent()).id;
  await house.api('POST', '/api/v1/knowledge/sources', {
    agentId,
    type: 'faq',
    title: 'Shipping',
    url: 'https://shop.example/shipping',
    items: [
      { question: 'How long does shipping take?', answer: 'Two to four working days.' },
      {
        question: 'Was kostet der Versand?',
        answer: 'Der Versand kostet 4 Euro.',
        url: 'https://shop.example/versand',
      },
      { question: 'كم تكلفة الشحن؟', answer: 'الشحن مجاني.' },
    ],
  });
});
afterAll(() => house.close());

async function search(q: string, of = agentId): Promise<Snippet[]> {
  const { body } = await house.api<{ items: Snippet[] }>(
    'GET',
    `/api/v1/knowledge/search?${new URLSearchParams({ agentId: of, q })}`,
  );
  return body.items;
}

describe('the search', () => {
  it.each([
    ['when will it be shipped', 'Two to four working days.'],
    ['Versandkosten und Versand', 'Der Versand kostet 4 Euro.'],
    ['تكلفة الشحن', 'الشحن مجاني.'],
  ])('finds by the stems of %j', async (q, text) => {
    expect((await search(q))[0]?.text).toBe(text);
  });

  it.each([["it's & | ! <-> ( ) : * '"], ["\\'); drop table snippets; --"], ['%_%'], ['"']])(
    'takes %j as words, not as a query',
    async (q) => {
      expect(await search(q)).toBeInstanceOf(Array);
    },
  );

  it("gives a snippet its own address, or its source's", async () => {
    expect((await search('shipping'))[0]).toMatchObject({
      title: 'Shipping',
      url: 'https://shop.example/shipping',
    });
    expect((await search('Versand'))[0]).toMatchObject({ url: 'https://shop.example/versand' });
  });

  it('never finds what another agent knows', async () => {
    const other = await house.createAgent();
    expect(await search('shipping', other.id)).toEqual([]);
  });
});

it('lists sources with how much is in them, and refuses addresses that are none', async () => {
  const { body } = await house.api('GET', '/api/v1/knowledge/sources');
  expect(body).toMatchObject({ items: [{ agentId, title: 'Shipping', snippets: 3 }] });
  const { status } = await house.api('POST', '/api/v1/knowledge/sources', {
    ...{ agentId, type: 'faq', title: 'x', url: 'javascript:alert(1)' },
    items: [{ question: 'q', answer: 'a' }],
  });
  expect(status).toBe(422);
});

it('forgets a source that was deleted, and lists by agent', async () => {
  const other = await house.createAgent();
  const item = { question: 'Do you deliver to the moon?', answer: 'Not yet.' };
  const made = await house.api<{ id: string }>('POST', '/api/v1/knowledge/sources', {
    ...{ agentId: other.id, type: 'faq', title: 'Space' },
    items: [item],
  });
  const list = await house.api('GET', `/api/v1/knowledge/sources?agentId=${other.id}`);
  expect(list.body).toMatchObject({ items: [{ id: made.body.id }], nextCursor: null });
  expect(await search('moon', other.id)).toHaveLength(1);
  expect((await house.api('DELETE', `/api/v1/knowledge/sources/${made.body.id}`)).status).toBe(204);
  expect((await house.api('DELETE', `/api/v1/knowledge/sources/${made.body.id}`)).status).toBe(404);
  expect(await search('moon', other.id)).toEqual([]);
});

it('takes a text in paragraphs, gives it back as it was, and replaces all of it', async () => {
  const other = await house.createAgent();
  const text = '# Opening hours\nMonday to Friday, nine to five.\n\nClosed in July.';
  const made = await house.api<{ id: string }>('POST', '/api/v1/knowledge/sources', {
    ...{ agentId: other.id, type: 'text', title: 'The shop', text },
  });
  expect(made).toMatchObject({ status: 201, body: { type: 'text', snippets: 2 } });
  expect(await search('opening hours', other.id)).toMatchObject([
    { question: 'Opening hours', sourceType: 'text' },
    { question: 'Opening hours' },
  ]);
  const path = `/api/v1/knowledge/sources/${made.body.id}`;
  expect((await house.api('GET', path)).body).toMatchObject({
    content: { type: 'text', title: 'The shop', text },
  });
  const items = [{ question: 'When are you open?', answer: 'Always.', url: 'https://shop.example/' }];
  const content = { type: 'faq', title: 'Hours', items };
  expect((await house.api('PUT', path, content)).body).toMatchObject({
    type: 'faq',
    title: 'Hours',
    snippets: 1,
  });
  expect((await house.api('GET', path)).body).toMatchObject({ content });
  expect((await search('July', other.id)).length).toBe(0);
  expect(await search('open', other.id)).toMatchObject([{ text: 'Always.' }]);
  expect((await house.api('PUT', path, { ...content, items: [] })).status).toBe(422);
  expect((await house.api('PUT', '/api/v1/knowledge/sources/nothing', content)).status).toBe(404);
});
