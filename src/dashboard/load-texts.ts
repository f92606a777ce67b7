import type { Language, Texts } from './app/texts.ts';

const LOADERS: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('./texts/en/index.ts'),
  de: () => import('./texts/de/index.ts'),
};

export async function loadTexts(language: Language): Promise<Texts> {
  return (await LOADERS[language]()).texts;
}
