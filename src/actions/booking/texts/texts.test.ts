import { expect, it } from 'vitest';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';

it.each(Object.entries({ de, ar }))(
  'the words in %s are all there, with the same values in them',
  (_, texts) => {
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim()).not.toBe('');
      expect([key, names(text)]).toEqual([key, names(en[key as keyof typeof en])]);
    }
  },
);
