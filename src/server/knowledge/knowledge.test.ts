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
