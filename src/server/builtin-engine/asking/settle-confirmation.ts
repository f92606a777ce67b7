import { giveReason } from '../../../contract/actions/reason.ts';
import { type Decision, say, use } from '../dialogue/decision.ts';
import { phrase } from '../dialogue/phrases.ts';
import type { Dialogue } from '../dialogue/read-prompt.ts';
import type { Situation } from '../extraction/hear-utterance.ts';
import type { Language } from '../language/detect-language.ts';
import { recogniseReply } from '../offers/recognise-reply.ts';
import { fillTool } from './fill-tool.ts';
import { openRequest } from './find-request.ts';
import { callsItOff } from './give-up.ts';

/** While a card waits to be confirmed: words do not confirm it, other values make a new one. Null: the words are about something else. */
export function settleConfirmation(
  dialogue: Dialogue,
  { language, situation }: { language: Language; situation: Situation },
): Decision | null {
  const { past, tools, messages, unanswered } = dialogue;
  const at = past.findLastIndex(({ calls }) => calls.length > 0);
  const call = past[at]?.calls.at(-1);
  const tool = tools.find(
    ({ name, lastStatus }) => name === call?.toolName && lastStatus === 'awaiting_confirmation',
  );
  if (call === undefined || tool === undefined) return null;
  const reply = recogniseReply(unanswered);
  if (reply?.answer === 'yes' && reply.rest === '')
    return say(phrase('confirm', language), giveReason('has-to-be-confirmed'));
  if (callsItOff(unanswered) || (reply?.answer === 'no' && reply.rest === '')) {
    return say(phrase('cancelOnCard', language), giveReason('not-confirmed'));
  }
  const { utterances } = openRequest(dialogue, tool, at);
  const shown =
    Object.keys(call.input).length > 0
      ? call.input
      : fillTool(tool, utterances.slice(0, -messages.length), situation).inputs;
  const corrected = fillTool(
    tool,
    messages.map((text) => ({ text, question: '', isReply: true })),
    situation,
  ).inputs;
  const isOther = Object.entries(corrected).some(
    ([name, value]) => JSON.stringify(shown[name]) !== JSON.stringify(value),
  );
  if (!isOther) return null;
  return use(
    tool,
    { ...shown, ...corrected },
    language,
    giveReason('corrected', { inputs: Object.keys(corrected).join(', ') }),
  );
}
