import { giveReason } from '../../../contract/actions/reason.ts';
import { type Decision, say } from '../dialogue/decision.ts';
import { phrase } from '../dialogue/phrases.ts';
import type { Dialogue, OfferedTool } from '../dialogue/read-prompt.ts';
import type { Language } from '../language/detect-language.ts';
import type { Reply } from '../offers/recognise-reply.ts';

/** A plain yes to a form or a choice that is on the screen: words do not send it, so they are led to it. Null: there is none. */
export function pointToCard(
  { past, tools }: Dialogue,
  reply: Reply | null,
  language: Language,
): Decision | null {
  if (reply?.answer !== 'yes' || reply.rest !== '') return null;
  const pointing = phrase('finishOnCard', language);
  // Whoever says yes once more is led there once more.
  const shown = past.findLast(({ answer }) => answer !== pointing);
  const open = tools.find(
    (tool) => isOpen(tool) && shown?.calls.some(({ toolName }) => toolName === tool.name),
  );
  return open === undefined ? null : say(pointing, giveReason('card-is-open', { action: open.label }));
}

function isOpen({ waits, lastStatus }: OfferedTool): boolean {
  if (lastStatus === 'awaiting_inputs') return true;
  return waits === true && (lastStatus === 'offered' || lastStatus === 'opened');
}
