/** A text as it is compared, and where each of its letters stood. */
export interface Folded {
  text: string;
  /** The place in the original of each letter, and of its end. */
  at: number[];
}

/** Lower case, without marks, with one way to write digits and quotes; letters of other scripts stay apart. */
export function foldText(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const letter of original) {
    const folded = foldLetter(letter);
    for (let i = 0; i < folded.length; i++) at.push(index);
    text += folded;
    index += letter.length;
  }
  at.push(original.length);
  return { text, at };
}

function foldLetter(letter: string): string {
  const known = LETTERS[letter];
  if (known !== undefined) return known;
  if (letter <= '\u007f') return letter.toLowerCase();
  const plain = letter.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return plain.replace(DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
}

/** Arabic vowel marks and the stretched line say nothing either. */
const MARKS = /[\p{M}\u0640\u200b-\u200f\u2060\u2066-\u2069]/gu;
/** Arabic and Persian digits: their last four bits are their value. */
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const LETTERS: Partial<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'o',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  ı: 'i',
  İ: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '\u00a0': ' ',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
};
