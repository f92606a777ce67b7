import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';

const marks = { same: ' ', added: '+', removed: '-' };
const show = (before: string, after: string) =>
  diffLines(before, after).map(({ change, text }) => `${marks[change]}${text}`);

it.each([
  ['', '', []],
  ['', 'a\nb', ['+a', '+b']],
  ['a', '', ['-a']],
  ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
  ['a\nb', 'b\na', ['-a', ' b', '+a']],
  ['be kind\n\nbe brief', 'be kind\nbe honest\n\nbe brief', [' be kind', '+be honest', ' ', ' be brief']],
])('tells %j and %j apart', (before, after, lines) => {
  expect(show(before, after)).toEqual(lines);
});

it('gives back both texts, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const without = (change: string) =>
        lines.flatMap((line) => (line.change === change ? [] : [line.text])).join('\n');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
    { seed: 7, numRuns: 500 },
  );
});

it('of texts with very many lines is one replaced by the other', () => {
  const long = Array.from({ length: 2_100 }, (_, index) => `line ${index}`).join('\n');
  expect(diffLines(long, `${long}\nmore`)).toHaveLength(4_201);
});
