import { useEffect, useState } from 'preact/hooks';
import { type BookingTexts, en } from './texts/en.ts';

export type BookingTranslate = (key: keyof BookingTexts, values?: Record<string, string | number>) => string;

const LOADERS: Record<string, () => Promise<BookingTexts>> = {
  de: async () => (await import('./texts/de.ts')).de,
  ar: async () => (await import('./texts/ar.ts')).ar,
};
const loaded: Record<string, BookingTexts> = { en };

/** The words of booking cards, in the language of the document. Null: they are on their way. */
export function useTexts(): BookingTranslate | null {
  const language = document.documentElement.lang;
  const load = loaded[language] ? undefined : LOADERS[language];
  const [, setReady] = useState(!load);
  useEffect(() => {
    if (!load) return;
    load()
      .then((texts) => {
        loaded[language] = texts;
      })
      .catch(() => {
        loaded[language] = en;
      })
      .finally(() => setReady(true));
  }, []);
  const texts = loaded[language] ?? (load ? null : en);
  if (!texts) return null;
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
