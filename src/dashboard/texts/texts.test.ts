import { expect, it } from 'vitest';
import type { Texts } from '../app/texts.ts';
import { texts as de } from './de/index.ts';
import { texts as en } from './en/index.ts';

/** `feature:key` with the names that stand in braces in its text. */
function list(texts: Texts): string[] {
  return Object.entries(texts)
    .flatMap(([feature, keys]) =>
      Object.entries(keys).map(
        ([key, text]) => `${feature}:${key} ${(text.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? []).sort().join(' ')}`,
      ),
    )
    .sort();
}

it('has every text in every language, with the same places for values', () => {
  expect(list(de)).toEqual(list(en));
});

it('has no text that says nothing', () => {
  for (const texts of [en, de])
    expect(
      Object.values(texts)
        .flatMap(Object.values)
        .filter((text: string) => text.trim() === ''),
    ).toEqual([]);
});
