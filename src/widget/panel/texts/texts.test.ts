import { describe, expect, it } from 'vitest';
import { LOADER_TEXTS } from '../../loader/texts.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { createTranslate, type Plural } from './translate.ts';

const languages: Record<string, Record<string, string | Plural>> = { en, de, ar };

describe.each(Object.keys(languages))('the texts in %s', (language) => {
  const texts = languages[language] ?? {};

  it('are all there, none is empty', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const text of Object.values(texts).flatMap((text) => Object.values(wordings(text))))
      expect(text.trim()).not.toBe('');
    expect(Object.keys(LOADER_TEXTS[language] ?? {})).toEqual(Object.keys(LOADER_TEXTS.en));
  });

  it('fill in the same values', () => {
    for (const [key, text] of Object.entries(texts))
      expect([key, placeholders(text)]).toEqual([key, placeholders(en[key as keyof typeof en])]);
  });

  it('have a wording for every plural form', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, text] of Object.entries(texts))
      if (typeof text !== 'string')
        // "Zero" of what is counted here is never shown but once: the other form does for it.
        for (const form of pluralCategories.filter((form) => form !== 'zero'))
          expect([key, text[form]]).not.toEqual([key, undefined]);
  });
});

it('a text takes its plural form and its values', () => {
  const t = createTranslate('en', { ...en, greeting: 'Hi {name}' });
  expect(t('charactersLeft', { count: 1 })).toBe('1 character left');
  expect(t('charactersLeft', { count: 1200 })).toBe('1,200 characters left');
  expect(t('greeting', { name: '{name}' })).toBe('Hi {name}');
  expect(createTranslate('ar', ar)('charactersLeft', { count: 2 })).toBe('تبقّى حرفان');
});

function wordings(text: string | Plural): Record<string, string> {
  return typeof text === 'string' ? { text } : (text as Record<string, string>);
}

function placeholders(text: string | Plural): string[] {
  return [
    ...new Set(wordings(text).other?.match(/\{\w+\}/g) ?? wordings(text).text?.match(/\{\w+\}/g) ?? []),
  ].sort();
}
