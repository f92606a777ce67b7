import type { Finding } from '../recognisers/finding.ts';
import { readBareAnswer } from './read-bare-answer.ts';
import type { Search } from './search.ts';

/** Free text: what follows "… is", the answer to a question for it, and of a message all that was written. */
export function findTexts({ field, heard, wasAsked }: Search): Finding[] {
  const { text } = heard;
  const named = findNamed(field.words, text);
  if (named !== null && field.kind === 'text') return [named];
  const value = (
    field.kind === 'message' && (wasAsked || !heard.isReply)
      ? text.trim()
      : wasAsked
        ? readBareAnswer(text)
        : ''
  ).slice(0, field.maxLength ?? undefined);
  return value === '' ? [] : [{ from: 0, to: text.length, value }];
}

/** "The colour is dark red." */
function findNamed(words: string, text: string): Finding | null {
  for (const [word] of words.matchAll(/\p{L}{4,}/gu)) {
    const match = new RegExp(
      `(?<!\\p{L})${word}(?:\\s+(?:is|ist|هو|هي)|:)\\s+([^.!?;\\n,]{1,120})`,
      'iu',
    ).exec(text);
    const value = readBareAnswer(match?.[1] ?? '');
    if (match !== null && value !== '')
      return { from: match.index, to: match.index + match[0].length, value };
  }
  return null;
}
