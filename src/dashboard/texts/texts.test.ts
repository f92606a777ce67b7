import { expect, it } from 'vitest';
import type { Texts } from '../app/texts.ts';
import { texts as deFirst } from './de/index.ts';
import { texts as deOthers } from './de/other-pages.ts';
import { texts as enFirst } from './en/index.ts';
import { texts as enOthers } from './en/other-pages.ts';

const en = { ...enFirst, ...enOthers };
const de = { ...deFirst, ...deOthers };

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

it('calls a page in the navigation what it calls itself', () => {
  for (const texts of [en, de])
    for (const [name, title] of Object.entries(texts.titles ?? {}))
      expect(title).toBe(texts[name]?.title ?? texts.settings?.[name.replace('group-', '')]);
});
