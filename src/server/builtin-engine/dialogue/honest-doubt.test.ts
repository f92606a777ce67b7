import { expect, test } from 'vitest';
import actions from '../../../../demo/agent/actions.json' with { type: 'json' };
import faq from '../../../../demo/agent/faq.json' with { type: 'json' };
import { askEngine, tool, visitor } from '../../../../tests/harness/ask-engine.ts';

const tools = actions.map(({ name, guidance }) => tool(name, guidance.whenToUse, { guidance }));
const snippets = faq
  .flatMap(({ items }) => items)
  .map(({ question, answer }) => ({ id: question, sourceId: 'faq', title: 'Help', question, text: answer }));
const ask = (text: string) => askEngine([visitor(text)], { tools, options: { snippets } });

test.each(['can I get a volume discount?', 'do you deliver on Sundays?', 'your jacket arrived torn'])(
  '%j gets no answer to another question, and no look-up of an order',
  async (text) => {
    const { calls, sources, text: said } = await ask(text);
    expect([calls, sources]).toEqual([[], []]);
    expect(said).toMatch(/^I’m (?:sorry, I don’t know that|not sure I understood)\./);
  },
);

test('bulk prices are a matter of the quote, not of shipping', async () => {
  const { calls, sources } = await ask('How do bulk prices work?');
  expect(sources).toEqual([]);
  expect(calls).toMatchObject([{ name: 'team_quote' }]);
});

test.each(['asdfghjkl', '???', 'qwertz'])('%j is asked for in other words', async (text) => {
  expect((await ask(text)).text).toBe(
    'I’m sorry, I did not understand that. Could you say it in other words?',
  );
});

test('a thumb up ends nothing and offers nothing', async () => {
  expect((await ask('👍')).text).toBe('All right. Is there anything else I can help with?');
});

test('what is said beside a wish that is denied is heard', async () => {
  const { calls } = await ask("I don't want to talk to a person, where is order 1042?");
  expect(calls).toMatchObject([{ name: 'order_status' }]);
});
