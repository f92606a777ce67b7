import { stemWord } from '../../builtin-engine/language/stem.ts';
import { findNumbers } from '../../builtin-engine/recognisers/find-numbers.ts';
import { findIdentifier } from './find-identifier.ts';
import { findLiteral } from './find-literal.ts';
import { foldText } from './fold-text.ts';
import { foldUmlauts, hasUmlaut } from './fold-umlauts.ts';
import type { Said } from './said.ts';

/**
 * Whether a free text is made of the visitor's words: each word that says something was said by them, in whatever form.
 * Numbers, addresses and the like have to be the very same. `exact`: grammar counts too, and every form.
 * @returns what the words were found in, newest first; null: something was not said
 */
export function coverWords(value: string, said: Said[], exact = false): Said[] | null {
  const { text } = foldText(value);
  const umlauts = hasUmlaut(value);
  const used = new Set<Said>();
  let told = 0;
  for (const token of text.match(TOKEN) ?? []) {
    if (!exact && GRAMMAR.has(token)) continue;
    const source = said.find((one) => says(one, token, { exact, umlauts }));
    if (source === undefined) return null;
    used.add(source);
    told++;
  }
  return told === 0 ? null : [...used];
}

/** Words, and what belongs together: "a@b.example", "12:30", "ord-4711". */
const TOKEN = /[\p{L}\p{N}]+(?:[._@+:/'-][\p{L}\p{N}]+)*/gu;

interface Way {
  exact: boolean;
  /** The value is written with them: "müller" may have been said as "mueller". */
  umlauts: boolean;
}

function says(one: Said, token: string, way: Way): boolean {
  if (/[\d@/]|\.\p{L}/u.test(token)) return saysExactly(one, token);
  const parts = token.split(/[^\p{L}\p{N}]+/u);
  const words = wordsOf(one);
  return parts.every((part) => saysWord(words, part, way) || (!way.exact && GRAMMAR.has(part)));
}

function saysExactly({ folded, text }: Said, token: string): boolean {
  if (findLiteral(folded, token) !== null || findIdentifier(folded, token) !== null) return true;
  return /^\d{1,9}$/.test(token) && findNumbers(text).some(({ value }) => value === Number(token));
}

interface Words {
  words: Set<string>;
  stems: Set<string>;
  /** "mueller" as "muller", which "müller" was folded to. */
  plain: Set<string>;
  umlauts: boolean;
}

const known = new WeakMap<Said, Words>();

function wordsOf(one: Said): Words {
  const before = known.get(one);
  if (before) return before;
  const words = new Set(one.folded.text.match(/[\p{L}\p{N}]+/gu) ?? []);
  const read = {
    words,
    stems: new Set([...words].flatMap(stemsOf)),
    plain: new Set([...words].map(foldUmlauts)),
    umlauts: hasUmlaut(one.text),
  };
  known.set(one, read);
  return read;
}

function stemsOf(word: string): string[] {
  return [stemWord(word, 'en'), stemWord(word, 'de')];
}

function saysWord({ words, stems, plain, umlauts }: Words, word: string, way: Way): boolean {
  if (words.has(word) || (way.umlauts && plain.has(word)) || (umlauts && words.has(foldUmlauts(word))))
    return true;
  return !way.exact && stemsOf(word).some((stem) => stem.length > 2 && stems.has(stem));
}

/** Says nothing by itself, or only who speaks. "Not" is not among them: it turns the meaning. */
const GRAMMAR = new Set(
  `a an the this that these those of to in on at by for from with into about as and or but if then so
  i me my mine we us our you your he him his she her it its they them their am is are was were be been being
  do does did have has had will would can could should may might must there here which who what when where how why
  please asks asked asking requests requested requesting request reports reported says said states stated wants wanted
  like customer visitor user client they're it's i'm
  der die das den dem des ein eine einen einem einer eines und oder aber wenn dann so als von zu zum zur in im an am auf
  bei fur mit aus nach ich mich mir mein meine meinen wir uns unser sie ihr ihre ihren er es ihm ihn bin ist sind war
  waren sein hat habe haben wird wurde werden kann konnte mochte will soll bitte dass ob kunde kundin besucher besucherin
  fragt bittet sagt meldet
  في من على الي عن مع هذا هذه ذلك التي الذي ان انا نحن انت هو هي هم لي لك كان كانت يكون قد او و ثم العميل الزائر يريد يطلب`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
