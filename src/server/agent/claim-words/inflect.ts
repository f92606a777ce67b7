import type { ClaimWords, TopicWords } from './claim-words.ts';
import { splitList } from './split-list.ts';

export const FORMS = [
  'done',
  'ownDone',
  'said',
  'doing',
  'promise',
  'stands',
  'comes',
  'willCome',
  /** Of what is `said`: "cancele" for "cancelé". */
  'unaccented',
  /** Of what is `said`: "adicionamos" for "adicionei". */
  'weDid',
] as const;
/** How a deed is told of: done, being done, about to be done. */
export type Form = (typeof FORMS)[number];

/** A topic's words in one form, with those that follow from them: "réservé" is also "réservées", and "سجلنا" also "سجلناك". */
export function inflect(
  topic: TopicWords | undefined,
  form: Form,
  { endings, suffixes }: ClaimWords,
): Set<string> {
  if (form === 'unaccented') return new Set(splitList(topic?.said).flatMap(withoutAccent));
  if (form === 'weDid') return new Set(splitList(topic?.said).flatMap(inPlural));
  const words = splitList(topic?.[form]);
  const all = new Set(words);
  const known = splitList(endings).sort((one, other) => other.length - one.length);
  for (const word of words) {
    const ending = known.find((candidate) => word.endsWith(candidate) && word.length > candidate.length + 2);
    if (ending !== undefined && (form === 'done' || form === 'ownDone'))
      for (const other of known) all.add(word.slice(0, -ending.length) + other);
    if (form === 'said' && !word.includes('_') && /(?:ت|نا)$/.test(word))
      for (const suffix of splitList(suffixes)) all.add(word + suffix);
  }
  return all;
}

/** "adicionamos" for "adicionei". */
function inPlural(word: string): string[] {
  const stem = /^(\p{L}{3,})(?:é|ei)$/u.exec(word)?.[1];
  return stem === undefined ? [] : [`${stem}amos`];
}

/** "cancele" for "cancelé". */
function withoutAccent(word: string): string[] {
  const plain = word.replace(/[éí]$/, (vowel) => (vowel === 'é' ? 'e' : 'i'));
  return plain === word || word.includes('_') ? [] : [plain];
}
