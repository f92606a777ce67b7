import { expect, test } from 'vitest';
import { asksForItBack, asksToBeContacted } from './asks-for-it-back.ts';

test.each([
  'show me the form again',
  'sorry, I closed it by accident, can I have the form back?',
  'where is that form',
  'Zeigen Sie mir das Formular noch einmal',
  'أريد النموذج مرة أخرى',
])('%j asks for it', (text) => {
  expect(asksForItBack(text)).toBe(true);
});

test.each([
  'is the form of the collar round?',
  'can you inform me',
  'I want to see the platform',
  'wash it again',
  'no',
])('%j does not', (text) => {
  expect(asksForItBack(text)).toBe(false);
});

test.each([
  ['OK, please let me leave my contact details for a team quote', true],
  ['I would like a quote for the team after all', true],
  ['Could you call me about it?', true],
  ['Ich möchte Ihnen meine Kontaktdaten hinterlassen', true],
  ['Can you print our logo on jackets?', false],
  ['We need jackets for our company', false],
  ['We are a club of forty people', false],
])('%j wants to be contacted after all: %s', (text, wants) => {
  expect(asksToBeContacted(text, 'Team quote')).toBe(wants);
});
