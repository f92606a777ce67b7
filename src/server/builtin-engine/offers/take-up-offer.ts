import { giveReason, type Reason } from '../../../contract/actions/reason.ts';
import { type Decision, say } from '../dialogue/decision.ts';
import { phrase } from '../dialogue/phrases.ts';
import type { OfferedTool } from '../dialogue/read-prompt.ts';
import type { Language } from '../language/detect-language.ts';
import type { Router } from '../routing/router.ts';
import { pickOffer } from './pick-offer.ts';
import type { Reply } from './recognise-reply.ts';

interface Offer {
  offered: OfferedTool[];
  reply: Reply | null;
  language: Language;
  router: Router;
  start: (tool: OfferedTool, reason: Reason) => Decision;
}

/** Does what the visitor takes of what was offered, or asks which of it; null: they say something else, or more. */
export function takeUpOffer(
  text: string,
  { offered, reply, language, router, start }: Offer,
): Decision | null {
  const [first, second] = offered;
  if (first === undefined) return null;
  const picked = second === undefined ? null : pickOffer(text, offered, router);
  if (picked !== null) return start(picked, giveReason('picked', { action: picked.label }));
  if (second !== undefined && (EITHER.test(text) || (reply?.answer === 'yes' && reply.rest === ''))) {
    const values = { label: first.label, other: second.label };
    return say(phrase('whichOne', language, values), giveReason('said-yes-to-several'));
  }
  if (NEITHER.test(text)) return say(phrase('declined', language), giveReason('declined'));
  if (reply?.rest !== '') return null;
  if (reply.answer === 'yes') return start(first, giveReason('said-yes', { action: first.label }));
  return say(phrase('declined', language), giveReason('declined-offer', { action: first.label }));
}

const EITHER = /^\s*(?:both|either|beide[ns]?|كلاهما)(?!\p{L})[^?]{0,20}$/iu;
const NEITHER = /^\s*(?:neither|none|nothing|keins?|keines|nichts|weder noch)(?!\p{L})[^?]{0,20}$/iu;
