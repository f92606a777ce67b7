import { expect, test } from 'vitest';
import { agent, askEngine, tool, used, visitor } from '../../../../tests/harness/ask-engine.ts';

const tools = [
  tool('Size guide', 'Show this when someone asks which size to take or how an item fits.'),
  tool('Team quote', 'Use when the visitor wants a quote for many jackets.'),
  tool('Talk to our team', 'Use when the customer asks for a human.'),
];
const two = agent('I’m sorry, I don’t know that. What I can offer you is “Size guide” or “Team quote”.');
const reply = (text: string) => askEngine([visitor('hm'), two, visitor(text)], { tools });

test.each([
  ['the second one', 'team_quote'],
  ['2', 'team_quote'],
  ['the quote, please', 'team_quote'],
  ['the first', 'size_guide'],
  ['das zweite bitte', 'team_quote'],
  ['الأول', 'size_guide'],
])('of two offers, %j picks %s', async (text, name) => {
  expect((await reply(text)).calls).toMatchObject([{ name }]);
});

test.each(['yes please', 'sure', 'both', '👍'])('%j to two offers is asked which', async (text) => {
  const asked = await reply(text);
  expect(asked.calls).toEqual([]);
  expect(asked.text).toBe('Which one would you like: “Size guide” or “Team quote”?');
  const picked = await askEngine(
    [visitor('hm'), two, visitor(text), agent(asked.text), visitor('the second one')],
    { tools },
  );
  expect(picked.calls).toMatchObject([{ name: 'team_quote' }]);
});

test.each(['neither', 'no thanks', 'keins davon'])('%j takes none of them', async (text) => {
  const { calls, text: said } = await reply(text);
  expect(calls).toEqual([]);
  expect(said).toMatch(/^(?:No problem|Kein Problem)/);
});

test('a form that is still open is pointed to, by its name', async () => {
  const asked = [visitor('I want a quote for many jackets'), ...used('team_quote', 'already_open')];
  const { calls, text } = await askEngine(asked, { tools });
  expect(calls).toEqual([]);
  expect(text).toBe('“Team quote” is still open, a little further up.');
});
