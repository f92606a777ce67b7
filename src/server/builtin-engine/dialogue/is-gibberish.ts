import { detectLanguage } from '../language/detect-language.ts';
import type { Router } from '../routing/router.ts';

/** Nothing that anybody could have meant: "asdfghjkl", "??". */
export function isGibberish(text: string, router: Router): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return text.trim() !== '';
  if (detectLanguage(text) !== 'en') return false;
  return words.every((word) => router.rank(word) === null && CANNOT_BE_SAID.test(word));
}

const CANNOT_BE_SAID = /^[b-df-hj-np-tv-z]{4,}$|[b-df-hj-np-tv-xz]{6}|(.)\1{3}|qwert|asdf|yxcv|zxcv|hjkl/;
