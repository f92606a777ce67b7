import type { Language } from '../../builtin-engine/language/detect-language.ts';

/** What a visitor reads when the agent could not answer. Never the cause: that stands in the log. */
export const FAILURE_TEXTS: Record<Language, string> = {
  en: 'Sorry, I can’t answer right now. Please try again in a moment.',
  de: 'Entschuldigung, ich kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.',
  ar: 'عذرًا، لا أستطيع الرد الآن. يُرجى المحاولة مرة أخرى بعد قليل.',
};
