import { expect, test } from 'vitest';
import { recogniseSmallTalk } from './recognise-small-talk.ts';

test.each([
  ['Hello there!', 'greeting'],
  ['hi, how are you?', 'greeting'],
  ['Guten Morgen', 'greeting'],
  ['thanks, that’s all', 'welcome'],
  ['Vielen Dank!', 'welcome'],
  ['شكرا جزيلا', 'welcome'],
  ['bye for now', 'goodbye'],
  ['are you a real person?', 'identity'],
  ['ok cool', 'acknowledged'],
  ['👍', 'acknowledged'],
  ['🙏🏽 ❤️', 'welcome'],
])('%j is %s', (text, name) => {
  expect(recogniseSmallTalk(text)).toBe(name);
});

test.each([
  'hello, where is my parcel?',
  '1',
  '#',
  'thanks, but I need a refund',
  'ok, book it',
  'highlights',
])('%j is more than small talk', (text) => {
  expect(recogniseSmallTalk(text)).toBeNull();
});
