import { giveReason } from '../../../contract/actions/reason.ts';
import { type Decision, use } from '../dialogue/decision.ts';
import type { Dialogue } from '../dialogue/read-prompt.ts';
import type { Situation } from '../extraction/hear-utterance.ts';
import type { Language } from '../language/detect-language.ts';
import { fillTool } from './fill-tool.ts';
import { openRequest } from './find-request.ts';

/** "And 1043?" after a look-up of 1042, or after one that failed: the same again with the other value. Null: nothing of that. */
export function repeatLookup(
  dialogue: Dialogue,
  { language, situation }: { language: Language; situation: Situation },
): Decision | null {
  const { past, tools, unanswered } = dialogue;
  const call = past.at(-1)?.calls.at(-1);
  const tool = tools.find(({ name }) => name === call?.toolName);
  if (call === undefined || tool?.effect !== 'read' || !REPEATABLE.has(tool.lastStatus ?? '')) return null;
  const value = unanswered.replace(AND, '');
  if (value.trim().split(/\s+/).length > MOST_WORDS) return null;
  const { inputs } = fillTool(tool, [{ text: value, question: '', isReply: true }], situation);
  const { utterances } = openRequest(dialogue, tool, past.length - 1);
  const before =
    Object.keys(call.input).length > 0
      ? call.input
      : fillTool(tool, utterances.slice(0, -dialogue.messages.length), situation).inputs;
  const isOther = Object.entries(inputs).some(
    ([name, said]) => JSON.stringify(said) !== JSON.stringify(before[name]),
  );
  if (!isOther) return null;
  return use(
    tool,
    { ...before, ...inputs },
    language,
    giveReason('asks-for-another', { inputs: Object.keys(inputs).join(', ') }),
  );
}

const REPEATABLE = new Set(['done', 'failed']);
/** Whoever says more than these says something else with it. */
const MOST_WORDS = 4;
const AND =
  /^\s*(?:(?:and|or|what about|how about|try|ok|then|also|und|oder|was ist mit|wie ist es mit|dann|وماذا عن|و)\s+)+/iu;
