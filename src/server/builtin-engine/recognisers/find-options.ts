import { compareWords } from '../language/compare-words.ts';
import { stemWord } from '../language/stem.ts';
import type { Finding } from './finding.ts';
import type { Lexicon } from './lexicon.ts';

/** Which of some options is named: as it is written, by its stem, or by a word that means the same. */
export function findOptions<Option extends string | number>(
  text: string,
  options: Option[],
  lexicon: Lexicon,
): Finding<Option>[] {
  const named = options.flatMap((option) => findNamed(text, option));
  const longest = named.filter(
    (one) =>
      !named.some(
        (other) =>
          other !== one && other.from <= one.from && one.to <= other.to && length(other) > length(one),
      ),
  );
  if (longest.length > 0) return longest.sort((a, b) => a.from - b.from);
  return findAlike(text, options, lexicon);
}

function length({ from, to }: Finding<unknown>): number {
  return to - from;
}

function findNamed<Option extends string | number>(text: string, option: Option): Finding<Option>[] {
  const words = String(option)
    .trim()
    .split(/[\s_-]+/);
  const isLetter = /^\p{L}$/u.test(String(option).trim());
  const wanted = words.map((word) => stemWord(word.toLowerCase(), 'en'));
  const spoken = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const found: Finding<Option>[] = [];
  for (const [at, first] of spoken.entries()) {
    const phrase = spoken.slice(at, at + words.length);
    const fits =
      phrase.length === words.length &&
      phrase.every((word, i) => isSame(word[0], words[i] ?? '', wanted[i] ?? ''));
    const last = phrase.at(-1);
    if (!fits || last === undefined) continue;
    // A lone letter is the option as a capital, or by itself: not the "m" of "I'm".
    if (isLetter && first[0].length === 1 && first[0] !== String(option).trim() && text.trim().length > 1)
      continue;
    if (isLetter && /['’]$/.test(text.slice(0, first.index))) continue;
    found.push({ from: first.index, to: last.index + last[0].length, value: option });
  }
  return found;
}

function isSame(said: string, option: string, stem: string): boolean {
  const lower = said.toLowerCase();
  return (
    lower === option.toLowerCase() ||
    SIZES[lower] === option.toUpperCase() ||
    (option.length > 2 && stemWord(lower, 'en') === stem)
  );
}

const SIZES: Partial<Record<string, string>> = {
  small: 'S',
  medium: 'M',
  large: 'L',
  klein: 'S',
  mittel: 'M',
  groß: 'L',
};

/** Likeness from which one word stands for another, and how far the next best option has to be behind. */
const MEANS_THE_SAME = 0.6;
const MARGIN = 0.1;

function findAlike<Option extends string | number>(
  text: string,
  options: Option[],
  lexicon: Lexicon,
): Finding<Option>[] {
  const spoken = lexicon.read(text).words;
  const scored = options
    .map((option) => {
      const words = lexicon.read(String(option).replace(/[_-]+/g, ' ')).words;
      const pairs = spoken.flatMap((said) =>
        words.map((word) => ({ said, likeness: compareWords(said, word) })),
      );
      return pairs.reduce((best, pair) => (pair.likeness > best.likeness ? { ...pair, option } : best), {
        option,
        said: spoken[0],
        likeness: 0,
      });
    })
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = scored;
  if (best?.said === undefined || best.likeness < MEANS_THE_SAME) return [];
  if (second !== undefined && best.likeness - second.likeness < MARGIN) return [];
  const from = Math.max(0, text.toLowerCase().indexOf(best.said.text));
  return [{ from, to: from + best.said.text.length, value: best.option }];
}
