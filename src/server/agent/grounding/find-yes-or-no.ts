import type { Field } from '../../builtin-engine/extraction/field.ts';
import { findAnswer } from '../../builtin-engine/recognisers/find-answer.ts';
import type { Said } from './said.ts';

/** Whether the visitor answered so, or said it of the thing itself: "no gift wrap". */
export function saysYesOrNo({ text, question }: Said, { words }: Field, value: boolean): boolean {
  const wasAsked = /[?؟]/.test(question);
  if (findAnswer(text, words, wasAsked).some((answer) => answer.value === value)) return true;
  return wasAsked && (value ? YES : NO).test(text.trim());
}

/** In languages that the built-in engine does not speak. */
const YES = /^(?:s[ií]|oui|sim|tak|evet|да|jo|hai|はい|是的?|네)(?!\p{L})/iu;
const NO = /^(?:non|não|nie|hayır|нет|nej|nee|いいえ|不|아니요)(?!\p{L})/iu;
