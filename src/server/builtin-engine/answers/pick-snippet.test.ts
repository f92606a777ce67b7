import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAssets } from '../find-assets.ts';
import { Router } from '../routing/router.ts';
import { pickSnippet } from './pick-snippet.ts';

const ROUTER = new Router(join(findAssets(), 'word-vectors.bin'));
const SNIPPETS = [
  ['How long does shipping take?', 'Two to four working days.'],
  ['What does shipping cost?', 'It is free for orders over €80, else €6.'],
  ['How do I return something?', 'You can send it back within 60 days, for free.'],
  ['When do I get my money back?', 'We refund within five working days after your return reaches us.'],
  ['What does the warranty cover?', 'Five years on seams and zips.'],
  ['Can I pick up an online order in a shop?', 'Yes, two hours after you order.'],
].map(([question = '', text = '']) => ({ id: question, sourceId: 'faq', title: 'Help', question, text }));

test.each([
  ['how fast is delivery', 'How long does shipping take?'],
  ['how much is delivery', 'What does shipping cost?'],
  ['Was kostet der Versand?', 'What does shipping cost?'],
  ['i want to send it back', 'How do I return something?'],
  ['when will i get my refund', 'When do I get my money back?'],
  ['how long is the warranty', 'What does the warranty cover?'],
  ['can i collect my order in the store', 'Can I pick up an online order in a shop?'],
])('%j is answered by %j', (words, question) => {
  expect(pickSnippet(words, SNIPPETS, ROUTER)?.snippet.question).toBe(question);
});

test.each(['who won the election', 'tell me a joke', 'do you have a newsletter', '???'])(
  'nothing answers %j',
  (words) => {
    expect(pickSnippet(words, SNIPPETS, ROUTER)).toBeNull();
  },
);
