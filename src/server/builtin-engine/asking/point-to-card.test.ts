import { expect, test } from 'vitest';
import { agent, askEngine, tool, used, visitor } from '../../../../tests/harness/ask-engine.ts';

const form = tool('Team quote', 'Use when the visitor wants a quote for many jackets.');
const options = { ...(form.providerOptions?.bellhop as object), waits: true };
const waiting = { ...form, providerOptions: { bellhop: options } };
const guide = tool('Size guide', 'Show this when someone asks which size to take.');
const POINTING = 'Please go on in the card above. Nothing happens until you do.';

const shown = (status: string, words = 'Happy to help with that. Please leave your details:') => [
  visitor('I need a quote for forty jackets'),
  agent(words),
  ...used('team_quote', status),
];
const ask = (messages: Parameters<typeof askEngine>[0], tools = [waiting, guide]) =>
  askEngine(messages, { tools, options: { language: 'en' } });

const YES = [
  'yes please',
  'Yes!',
  'sure, go ahead',
  'ok',
  'ja',
  'ja bitte',
  'oui',
  'sí',
  'Sí, por favor',
  '👍',
  'نعم',
];

test.each(YES)('%j while a form or free times are open is led there, and nothing is done', async (text) => {
  for (const status of ['offered', 'opened', 'awaiting_inputs']) {
    const { text: said, calls } = await ask([...shown(status), visitor(text)]);
    expect([status, said, calls]).toEqual([status, POINTING, []]);
  }
});

test.each(YES)('%j while something waits to be confirmed is led there, and nothing is done', async (text) => {
  const { text: said, calls } = await ask([...shown('awaiting_confirmation', ''), visitor(text)]);
  expect([said, calls]).toEqual(['Please check the details and confirm.', []]);
});

test('a second yes is led there again', async () => {
  const { text } = await ask([...shown('offered'), visitor('yes'), agent(POINTING), visitor('yes, yes')]);
  expect(text).toBe(POINTING);
});

test('in German, it is said in German', async () => {
  const { text } = await askEngine([...shown('offered'), visitor('ja bitte')], {
    tools: [waiting],
    options: { language: 'de' },
  });
  expect(text).toBe('Bitte machen Sie oben in der Karte weiter. Vorher geschieht nichts.');
});

test.each([['submitted'], ['dismissed']])('a form that is %s is not pointed to', async (status) => {
  expect((await ask([...shown(status), visitor('yes please')])).text).not.toBe(POINTING);
});

test('a link that was only shown is not waited for', async () => {
  const messages = [visitor('Which size?'), agent(''), ...used('size_guide', 'offered'), visitor('ok')];
  expect((await ask(messages)).text).not.toBe(POINTING);
});

test('a yes to what was offered since is a yes to that', async () => {
  const offer = agent('I’m sorry, I don’t know that. What I can offer you is “Size guide”.');
  const { calls } = await ask([...shown('offered'), visitor('hm'), offer, visitor('yes please')]);
  expect(calls).toMatchObject([{ name: 'size_guide' }]);
});

test('an okay after another answer is small talk', async () => {
  const answer = agent('Shipping takes three days.');
  const messages = [...shown('offered'), visitor('How long is shipping?'), answer, visitor('ok')];
  expect((await ask(messages)).text).not.toBe(POINTING);
});

test('more words than a yes are heard as such', async () => {
  const { text } = await ask([...shown('offered'), visitor('yes, but which size should I take?')]);
  expect(text).not.toBe(POINTING);
});
