import { ARABIC } from './ar.ts';
import type { ClaimWords } from './claim-words.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { ITALIAN } from './it.ts';
import { DUTCH } from './nl.ts';
import { POLISH } from './pl.ts';
import { PORTUGUESE } from './pt.ts';
import { TURKISH } from './tr.ts';

/** The languages that false claims are found in as they are written. */
export const ALL_CLAIM_WORDS: readonly ClaimWords[] = [
  ENGLISH,
  GERMAN,
  ARABIC,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  POLISH,
  TURKISH,
];
