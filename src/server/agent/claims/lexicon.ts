import { ALL_CLAIM_WORDS } from '../claim-words/all-claim-words.ts';
import {
  type ClaimWords,
  ROLES,
  type Role,
  SIGNS,
  type Sign,
  TOPICS,
  type Topic,
} from '../claim-words/claim-words.ts';
import { FORMS, type Form, inflect } from '../claim-words/inflect.ts';
import { OTHER_COMMON_WORDS } from '../claim-words/other-common-words.ts';
import { splitList } from '../claim-words/split-list.ts';

/** What a word, or a phrase, can be in one language. */
export interface Meaning {
  /** A bit for each of its roles, see `ROLE`. */
  roles: number;
  /** What it tells of something to come. */
  signs: Set<Sign>;
  topics: Partial<Record<Form, Topic[]>>;
}

/** A language's words, ready to be looked up. */
export interface Lexicon {
  source: ClaimWords;
  words: Map<string, Meaning>;
  /** By their first word, the longest first. */
  phrases: Map<string, Phrase[]>;
  participle: RegExp | null;
  ownPast: RegExp | null;
  passive: RegExp | null;
  future: RegExp | null;
  yoursEnding: RegExp | null;
}

export interface Phrase {
  words: string[];
  meaning: Meaning;
}

/** A word in all languages at once, for reading a text whose language is not known yet. */
export interface WordEntry {
  /** By index in `LEXICONS`. */
  meanings: (Meaning | undefined)[];
  /** Indexes of the languages that know it, alone or in a phrase. */
  languages: number[];
  isOther: boolean;
  /** In some language it says that something is done, alone or as the end of one of these phrases. */
  isDone: boolean;
  /** In some language it says what somebody does. */
  isAct: boolean;
  deedPhrases: string[][];
}

/** A bit for each role. */
export const ROLE = Object.fromEntries(ROLES.map((role, index) => [role, 2 ** index])) as Record<
  Role,
  number
>;

/** Letters only, and the first vowel where it is written, as lists and texts are compared by them. */
export function foldWord(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase();
  if (!/[^a-z0-9]/.test(plain)) return plain;
  return plain
    .replace(/\p{Cf}|\u0307|[\u064B-\u064E\u0650-\u0652]|(?<!^\p{L})\u064F|\u0640/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

export const LEXICONS: readonly Lexicon[] = ALL_CLAIM_WORDS.map(compileLexicon);
const ENTRIES = indexEntries();

/** @param word as `foldWord` leaves it */
export function findEntry(word: string): WordEntry | undefined {
  return ENTRIES.get(withoutVowel(word));
}

/** Without the vowel by which an Arabic passive is told from the same letters. */
export function withoutVowel(word: string): string {
  return word.replace('\u064F', '');
}

function compileLexicon(source: ClaimWords): Lexicon {
  const words = new Map<string, Meaning>();
  const phrases = new Map<string, Phrase[]>();
  const meaningOf = (entry: string): Meaning => {
    const parts = entry.split(/[_-]/).map(foldWord);
    const [first = ''] = parts;
    if (parts.length === 1) return getOrInsert(words, first, newMeaning);
    const known = getOrInsert(phrases, first, (): Phrase[] => []);
    const same = known.find((phrase) => phrase.words.join(' ') === parts.join(' '));
    if (same) return same.meaning;
    const phrase = { words: parts, meaning: newMeaning() };
    known.push(phrase);
    return phrase.meaning;
  };
  for (const role of ROLES) for (const entry of splitList(source[role])) meaningOf(entry).roles |= ROLE[role];
  for (const sign of SIGNS) for (const entry of splitList(source[sign])) meaningOf(entry).signs.add(sign);
  for (const topic of TOPICS) {
    for (const form of FORMS) {
      for (const entry of inflect(source.topics[topic], form, source)) {
        const { topics } = meaningOf(entry);
        topics[form] = [...(topics[form] ?? []), topic];
      }
    }
  }
  for (const known of phrases.values()) known.sort((one, other) => other.words.length - one.words.length);
  const toPattern = (pattern?: string) => (pattern ? new RegExp(pattern, 'u') : null);
  return {
    source,
    words,
    phrases,
    participle: toPattern(source.participle),
    ownPast: toPattern(source.ownPast),
    passive: toPattern(source.passive),
    future: toPattern(source.future),
    yoursEnding: toPattern(source.yoursEnding),
  };
}

function indexEntries(): Map<string, WordEntry> {
  const entries = new Map<string, WordEntry>();
  const entryOf = (word: string) =>
    getOrInsert(entries, word, () => ({
      meanings: [],
      languages: [],
      isOther: false,
      isDone: false,
      isAct: false,
      deedPhrases: [],
    }));
  for (const [index, { words, phrases }] of LEXICONS.entries()) {
    const tell = (entry: WordEntry) => {
      if (!entry.languages.includes(index)) entry.languages.push(index);
      return entry;
    };
    for (const [word, meaning] of words) {
      const entry = tell(entryOf(word));
      entry.meanings[index] = meaning;
      const { done, ownDone, said, doing, promise, stands, comes, willCome, unaccented, weDid } =
        meaning.topics;
      entry.isDone ||= Boolean(done ?? ownDone ?? said ?? stands ?? comes ?? willCome ?? unaccented ?? weDid);
      entry.isAct ||= Boolean(doing ?? promise);
    }
    for (const { words: parts, meaning } of [...phrases.values()].flat()) {
      for (const part of parts) tell(entryOf(part));
      if (Object.keys(meaning.topics).length > 0) entryOf(parts.at(-1) ?? '').deedPhrases.push(parts);
    }
  }
  // Neighbours share small words: those tell nothing.
  for (const word of splitList(OTHER_COMMON_WORDS))
    if (!entries.has(foldWord(word))) entryOf(foldWord(word)).isOther = true;
  return entries;
}

function newMeaning(): Meaning {
  return { roles: 0, signs: new Set(), topics: {} };
}

function getOrInsert<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
