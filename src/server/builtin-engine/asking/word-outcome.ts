import { phrase } from '../dialogue/phrases.ts';
import { statusOf, type ToolOutcome } from '../dialogue/read-outcomes.ts';
import type { Language } from '../language/detect-language.ts';
import { wordData } from './word-data.ts';

/** Says what came of the tool of this name: what its owner wrote for it, else its data, else an honest sentence. Empty: its card speaks for itself. */
export function wordOutcome({ isBroken, value }: ToolOutcome, label: string, language: Language): string {
  if (isBroken) return phrase('failed', language);
  const say = typeof value.say === 'string' ? value.say.trim() : '';
  switch (statusOf(value)) {
    case 'done':
      return say || wordData(value.data, language) || phrase('done', language);
    case 'failed':
      return say || phrase('notNow', language);
    case 'unknown':
      return say || phrase('unclear', language);
    case 'awaiting_confirmation':
      return phrase('confirm', language);
    case 'missing_inputs':
      return typeof value.ask === 'string' ? value.ask : '';
    case 'awaiting_inputs':
      return phrase('fillIn', language);
    case 'not_available':
      return phrase('signIn', language);
    case 'already_open':
      return phrase('alreadyOpen', language, { label });
    default:
      return '';
  }
}
