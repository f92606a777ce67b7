import { giveReason, type Reason } from '../../../contract/actions/reason.ts';
import { asksForItBack } from '../asking/asks-for-it-back.ts';
import type { Language } from '../language/detect-language.ts';
import type { Route } from '../routing/router.ts';
import type { Decision } from './decision.ts';
import { explain, isReady, isSure } from './judge-route.ts';
import { phrase } from './phrases.ts';
import type { Dialogue, OfferedTool } from './read-prompt.ts';
import type { Weighed } from './weigh.ts';

interface Setting {
  language: Language;
  /** The tool that the visitor said yes to, with more words; null: none. */
  accepted: OfferedTool | null;
  /** Uses a tool, or asks for what it needs. */
  start: (tool: OfferedTool, reason: Reason, wasOffered?: boolean) => Decision;
  /** Whether the visitor has said all that a tool needs. */
  hasAllInputs: (tool: OfferedTool) => boolean;
}

/** Uses the tool that is wanted, or says the snippet that answers; null: nothing is clear. */
export function chooseAnswer(
  { tools }: Dialogue,
  { open, answer, rest, recalled }: Weighed,
  { language, accepted, start, hasAllInputs }: Setting,
): Decision | null {
  const away = tools.find(({ lastStatus }) => lastStatus === 'dismissed' || lastStatus === 'offered');
  if (away !== undefined && asksForItBack(rest)) {
    return start(away, giveReason('wants-card-back', { action: away.label }));
  }
  const [best] = open;
  if (best !== undefined && isSure(best, answer, hasAllInputs)) {
    return start(best.tool, explain('fits', best));
  }
  if (accepted !== null && answer === null) {
    return start(accepted, giveReason('said-yes', { action: accepted.label }), true);
  }
  if (answer === null) {
    if (recalled !== null) return start(recalled, giveReason('wants-contact-after-all'));
    if (best === undefined || !isReady(best, hasAllInputs)) return null;
    return start(best.tool, explain('ready', best));
  }
  const { snippet, fit } = answer;
  return {
    text: snippet.text + offerToo(open, language),
    citation: snippet,
    reasons: [
      giveReason('answers', { snippet: snippet.question ?? snippet.title, fit: Number(fit.toFixed(2)) }),
    ],
  };
}

/** After an answer the visitor needs no second guess: only a tool that would have been used is worth adding. */
const WORTH_ADDING = 0;

function offerToo(open: Route<OfferedTool>[], language: Language): string {
  const offer = open.find(({ tool, odds }) => odds > WORTH_ADDING && tool.lastStatus === null);
  return offer === undefined ? '' : `\n\n${phrase('offer', language, { label: offer.tool.label })}`;
}
