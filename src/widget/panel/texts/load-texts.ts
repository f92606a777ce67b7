import { pickLanguage } from '../../pick-language.ts';
import { en, type Texts } from './en.ts';
import { createTranslate, type Translate } from './translate.ts';

export interface Language {
  tag: string;
  direction: 'ltr' | 'rtl';
  t: Translate;
}

/** Other languages than English are files of their own: a visitor loads one at most. */
const LOADERS: Record<string, () => Promise<Texts>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
  ar: async () => (await import('./ar.ts')).ar,
};

/** The widget's words: in the agent's language, else in the page's, else in the browser's. */
export async function loadTexts(agentLanguage: string, pageLanguage: string | undefined): Promise<Language> {
  const tag = pickLanguage(LOADERS, agentLanguage, pageLanguage);
  const texts = (await LOADERS[tag]?.()) ?? en;
  return { tag, direction: tag === 'ar' ? 'rtl' : 'ltr', t: createTranslate(tag, texts) };
}
