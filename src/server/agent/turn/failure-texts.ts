/** What a visitor reads when the agent could not answer. Never the cause: that stands in the log. */
const TEXTS: Record<string, string> = {
  en: 'Sorry, I can’t answer right now. Please try again in a moment.',
  de: 'Entschuldigung, ich kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.',
  ar: 'عذرًا، لا أستطيع الرد الآن. يُرجى المحاولة مرة أخرى بعد قليل.',
};

/** @param languages BCP 47 tags, the most fitting first */
export function failureText(...languages: (string | undefined)[]): string {
  for (const language of languages) {
    const text = TEXTS[language?.split('-')[0]?.toLowerCase() ?? ''];
    if (text) return text;
  }
  return TEXTS.en as string;
}
