import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Texts by feature, and in it by key; plurals by i18next's endings `_one` and `_other`. */
export type Texts = Record<string, Record<string, string>>;

const KEPT = 'bellhop-language';

/** Loads the texts of one language, before anything is drawn. Another one is loaded when it is chosen. */
export async function startTexts(load: (language: Language) => Promise<Texts>): Promise<void> {
  const language = chosenLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await load(language) },
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  show(language);
  changeLanguage = async (next) => {
    localStorage.setItem(KEPT, next);
    for (const [feature, texts] of Object.entries(await load(next)))
      i18next.addResourceBundle(next, feature, texts);
    await i18next.changeLanguage(next);
    show(next);
  };
}

export let changeLanguage: (language: Language) => Promise<void> = async () => {};

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
