import type { Language, LoadTexts } from './app/texts.ts';

type Load = () => Promise<{ texts: Awaited<ReturnType<LoadTexts>> }>;

const FIRST: Record<Language, Load> = {
  en: () => import('./texts/en/index.ts'),
  de: () => import('./texts/de/index.ts'),
};
const OTHERS: Record<Language, Load> = {
  en: () => import('./texts/en/other-pages.ts'),
  de: () => import('./texts/de/other-pages.ts'),
};

export const loadTexts: LoadTexts = async (language, pages) =>
  (await (pages === 'first' ? FIRST : OTHERS)[language]()).texts;
