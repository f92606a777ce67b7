import { giveReason } from '../../../contract/actions/reason.ts';
import type { Language } from '../language/detect-language.ts';
import { type Decision, say } from './decision.ts';
import { explain, WORTH_OFFERING } from './judge-route.ts';
import { phrase } from './phrases.ts';
import type { OfferedTool } from './read-prompt.ts';
import type { Weighed } from './weigh.ts';

/** What to say when nothing is clear: "Shall I …?" where a tool half fits, else that the engine does not know. */
export function admitDoubt({ routes, open }: Weighed, language: Language): Decision {
  const offer = open.find(
    ({ tool, odds }) => odds > WORTH_OFFERING && (tool.lastStatus === null || tool.effect !== undefined),
  );
  if (offer !== undefined) {
    const name = offer.tool.effect === undefined ? 'offerUnsure' : 'offerDo';
    return say(phrase(name, language, { label: offer.tool.label }), explain('perhaps', offer));
  }
  const rest = routes.map(({ tool }) => tool).filter(({ lastStatus }) => lastStatus !== 'dismissed');
  const [best] = open;
  return say(
    dontKnow(rest, language),
    best === undefined ? giveReason('no-action') : explain('nothing-fits', best),
  );
}

function dontKnow(tools: OfferedTool[], language: Language): string {
  const [first, second] = tools;
  const unknown = phrase('unknown', language);
  if (first === undefined) return unknown;
  if (second === undefined) return `${unknown} ${phrase('canHelpWith', language, { label: first.label })}`;
  return `${unknown} ${phrase('canHelpWithTwo', language, { label: first.label, other: second.label })}`;
}
