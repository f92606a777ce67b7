import { giveReason, type Reason } from '../../../contract/actions/reason.ts';
import { type Decision, use } from '../dialogue/decision.ts';
import type { Dialogue, OfferedTool } from '../dialogue/read-prompt.ts';
import type { Situation } from '../extraction/hear-utterance.ts';
import type { Language } from '../language/detect-language.ts';
import { fillTool } from './fill-tool.ts';
import { openRequest } from './find-request.ts';
import { wordQuestion } from './word-question.ts';

/** Uses a tool that the visitor wants, or asks for the inputs that are missing. `wasOffered`: it had been offered before. */
export function startRequest(
  tool: OfferedTool,
  dialogue: Dialogue,
  {
    language,
    situation,
    reason,
    wasOffered = false,
  }: { language: Language; situation: Situation; reason: Reason; wasOffered?: boolean },
): Decision {
  const { utterances } = openRequest(dialogue, tool, wasOffered ? dialogue.past.length - 1 : null);
  const { inputs, missing } = fillTool(tool, utterances, situation);
  if (missing.length === 0) return use(tool, inputs, language, reason);
  return {
    text: wordQuestion(missing, language, 'first'),
    pending: { toolName: tool.name, inputs, missing: missing.map(({ name }) => name) },
    reasons: [reason, giveReason('asks-for', { inputs: missing.map(({ name }) => name).join(', ') })],
  };
}
