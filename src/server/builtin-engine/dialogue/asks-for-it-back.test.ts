import { expect, test } from 'vitest';
import { asksForItBack } from './asks-for-it-back.ts';

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
