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
  start: (tool: OfferedTool, reason: string, wasOffered?: boolean) => Decision;
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
    return start(away, `the visitor asks for “${away.label}” back`);
  }
  const [best] = open;
  if (best !== undefined && isSure(best, answer, hasAllInputs)) {
    return start(best.tool, `“${best.tool.label}” fits: ${explain(best)}`);
  }
  if (accepted !== null && answer === null) {
    return start(accepted, `the visitor said yes to “${accepted.label}”`, true);
  }
  if (answer === null) {
    if (recalled !== null) return start(recalled, `the visitor wants to be contacted after all`);
    if (best === undefined || !isReady(best, hasAllInputs)) return null;
    return start(best.tool, `“${best.tool.label}” has all that it needs: ${explain(best)}`);
  }
  const { snippet, fit } = answer;
  return {
    text: snippet.text + offerToo(open, language),
    citation: snippet,
    reasons: [`“${snippet.question ?? snippet.title}” answers it (${fit.toFixed(2)})`],
  };
}

/** After an answer the visitor needs no second guess: only a tool that would have been used is worth adding. */
const WORTH_ADDING = 0;

function offerToo(open: Route<OfferedTool>[], language: Language): string {
  const offer = open.find(({ tool, odds }) => odds > WORTH_ADDING && tool.lastStatus === null);
  return offer === undefined ? '' : `\n\n${phrase('offer', language, { label: offer.tool.label })}`;
}
