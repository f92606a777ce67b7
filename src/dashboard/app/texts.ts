import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Texts by feature, and in it by key; plurals by i18next's endings `_one` and `_other`. */
export type Texts = Record<string, Record<string, string>>;

/** `first`: what is said before anything else; `others`: what the other pages say. */
export type LoadTexts = (language: Language, pages: 'first' | 'others') => Promise<Texts>;

const KEPT = 'bellhop-language';

let load: LoadTexts;
let areOthersWanted = false;

/** Loads the texts of one language, before anything is drawn. Another one is loaded when it is chosen. */
export async function startTexts(loader: LoadTexts): Promise<void> {
  load = loader;
  const language = chosenLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await load(language, 'first') },
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  show(language);
}

/** Before a page other than the first is shown. */
export async function needOtherTexts(): Promise<void> {
  if (areOthersWanted) return;
  add(currentLanguage(), await load(currentLanguage(), 'others'));
  areOthersWanted = true;
}

export async function changeLanguage(next: Language): Promise<void> {
  localStorage.setItem(KEPT, next);
  add(next, await load(next, 'first'));
  if (areOthersWanted) add(next, await load(next, 'others'));
  await i18next.changeLanguage(next);
  show(next);
}

function add(language: Language, texts: Texts): void {
  for (const [feature, words] of Object.entries(texts)) i18next.addResourceBundle(language, feature, words);
}

/** Dates and numbers as the reader of these texts expects them. */
export function currentLanguage(): Language {
  return i18next.language as Language;
}

function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return (
    LANGUAGES.find(
      (language) => wanted.find((tag) => LANGUAGES.some((known) => known === tag)) === language,
    ) ?? 'en'
  );
}

function show(language: Language): void {
  document.documentElement.lang = language;
}
