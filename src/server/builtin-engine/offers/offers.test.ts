import { describe, expect, test } from 'vitest';
import { agent, askEngine, tool, visitor } from '../../../../tests/harness/ask-engine.ts';

const tools = [
  tool('Size guide', 'Use when the customer asks which size to take.'),
  tool('Team quote', 'Use when the customer wants jackets for a team and asks for a quote.'),
];
const offered = [visitor('hm'), agent('What I can offer you is “Size guide” or “Team quote”.')];
const answer = (text: string) => askEngine([...offered, visitor(text)], { tools });

describe('two offers at once', () => {
  test.each([
    ['the second one', 'team_quote'],
    ['the first, please', 'size_guide'],
    ['the quote', 'team_quote'],
    ['das zweite bitte', 'team_quote'],
  ])('%j picks %s', async (text, name) => {
    expect((await answer(text)).calls).toMatchObject([{ name }]);
  });

  test.each(['yes please', 'ja gern', 'نعم'])('%j is asked which', async (text) => {
    const { calls, text: said } = await answer(text);
    expect(calls).toEqual([]);
    expect(said).toContain('Size guide');
    expect(said).toContain('Team quote');
  });
});

test.each(['asdfghjkl', 'qwrtzplk xcvb'])(
  '%j is not understood, and nothing is offered for it',
  async (text) => {
    const { calls, text: said } = await askEngine([visitor(text)], { tools });
    expect(calls).toEqual([]);
    expect(said).toMatch(/did not understand/);
  },
);
