/** The languages that the engine itself speaks. */
export type Language = 'en' | 'de' | 'ar';

/** Arabic by its script, German by its small words and letters, else English. */
export function detectLanguage(written: string): Language {
  const text = written.replace(ADDRESS, ' ');
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  if (arabic > 0 && arabic * 3 > (text.match(/\p{Letter}/gu)?.length ?? 0)) return 'ar';
  const words = text.toLowerCase().match(/\p{Letter}+/gu) ?? [];
  const german = words.filter((word) => GERMAN_WORDS.has(word) || /[äöüß]/.test(word)).length;
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return german > english ? 'de' : 'en';
}

/**
 * The language to answer in: the agent's, or for `auto` that of the visitor's words; where those tell none, as "1042"
 * does, that of what the visitor wrote `earlier`.
 */
export function chooseLanguage(setting: string, words: string, earlier = ''): Language {
  if (setting === 'auto') return detectLanguage(tellsLanguage(words) ? words : `${earlier} ${words}`);
  const primary = setting.toLowerCase().split('-')[0];
  return primary === 'de' || primary === 'ar' ? primary : 'en';
}

/** An address with an umlaut tells nothing of who has it. */
const ADDRESS = /\S+@\S+|https?:\S+/g;

/** Whether a language can be told from these words. */
export function tellsLanguage(words: string): boolean {
  const known =
    words
      .replace(ADDRESS, ' ')
      .toLowerCase()
      .match(/\p{Letter}+/gu) ?? [];
  return (
    /\p{Script=Arabic}|[äöüß]/iu.test(words.replace(ADDRESS, ' ')) ||
    known.some((word) => GERMAN_WORDS.has(word) || ENGLISH_WORDS.has(word))
  );
}

const GERMAN_WORDS = new Set(
  `der die das den dem ein eine einen einem einer und oder aber ich mich mir mein meine meinen wir uns unser sie ihr
  ihre ihnen du dich dir euch es ist sind war bin bist kann kann können könnt nicht kein keine was wer wo wann warum wie
  welche mit ohne für auf bei von zu zum zur im am habe hat haben möchte will bitte danke hallo guten tag ja nein doch
  gern gerne noch schon nur auch mal da gibt werden wird wenn falls nach über jetzt hilfe wieviel viel tschüss morgen
  buchen termin preis preise menschen mensch sprechen besucher kunde kundin nutzen anzeigen kostet kosten bestellung
  lieferung rückgabe`.split(/\s+/),
);

const ENGLISH_WORDS = new Set(
  `the a an and or but i me my we our you your he she it they is are was were be been can could will would do does did
  not no yes what who where when why how which with without for on at of to in from have has had want need please
  thanks hello if this that there about get`.split(/\s+/),
);
