import { stemmer as stemArabic } from '@orama/stemmers/arabic';
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import type { Language } from './detect-language.ts';

const ARABIC = /\p{Script=Arabic}/u;

/** The part of a word that its forms share, by the rules of the language; Arabic script is told by its letters. */
export function stemWord(word: string, language: Language): string {
  if (ARABIC.test(word)) return foldArabic(stemArabic(word));
  return language === 'de' ? stemGerman(word) : stemEnglish(word);
}

/** Letters that people write one for the other. */
function foldArabic(stem: string): string {
  return stem.replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة$/, '');
}
