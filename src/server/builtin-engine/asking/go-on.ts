import { giveReason } from '../../../contract/actions/reason.ts';
import { type Decision, say, use } from '../dialogue/decision.ts';
import { phrase } from '../dialogue/phrases.ts';
import type { Dialogue } from '../dialogue/read-prompt.ts';
import { isFreeText } from '../extraction/field.ts';
import type { Situation } from '../extraction/hear-utterance.ts';
import type { Language } from '../language/detect-language.ts';
import type { Router } from '../routing/router.ts';
import { type FilledTool, fillTool } from './fill-tool.ts';
import type { Request } from './find-request.ts';
import { callsItOff, cannotSay } from './give-up.ts';
import { wordQuestion } from './word-question.ts';

interface GoingOn {
  language: Language;
  situation: Situation;
  router: Router;
  /** What would be done or said if nothing had been asked for; null: nothing that is clear. */
  elsewhere: () => Decision | null;
}

/** Goes on with what the visitor was asked for: takes the answer, asks again, or lets it be. */
export function goOn(
  request: Request,
  dialogue: Dialogue,
  { language, situation, router, elsewhere }: GoingOn,
): Decision {
  const { tool, utterances, answered } = request;
  const { unanswered } = dialogue;
  if (callsItOff(unanswered))
    return say(phrase('declined', language), giveReason('called-off', { action: tool.label }));
  const before = fillTool(tool, utterances.slice(0, answered), situation);
  const now = fillTool(tool, utterances, situation);
  const wasTold = JSON.stringify(now.inputs) !== JSON.stringify(before.inputs);
  const isQuestion = /[?؟]\s*$/.test(unanswered) && before.missing.some(isFreeText);
  const other = wasTold && !isQuestion ? null : elsewhere();
  if (other?.uses !== undefined || other?.pending !== undefined) return other;
  if (other !== null) {
    const question = wordQuestion(before.missing, language, 'resume');
    return { ...other, text: `${other.text}\n\n${question}`, pending: toPending(request, before) };
  }
  if (wasTold && now.missing.length === 0) {
    return use(tool, now.inputs, language, giveReason('said-all', { action: tool.label }));
  }
  if (!wasTold && cannotSay(unanswered)) return leave('withoutIt', dialogue, language, router);
  if (!wasTold && countRepeats(request, now, situation) > MOST_REPEATS)
    return leave('leaveIt', dialogue, language, router);
  const pending = toPending(request, now);
  return {
    text: wordQuestion(now.missing, language, wasTold ? 'next' : 'again'),
    pending,
    reasons: [giveReason('needs', { action: tool.label, inputs: pending.missing.join(', ') })],
  };
}

/** After the first question it is asked twice more. */
const MOST_REPEATS = 2;

function toPending({ tool }: Request, { inputs, missing }: FilledTool): NonNullable<Decision['pending']> {
  return { toolName: tool.name, inputs, missing: missing.map(({ name }) => name) };
}

/** How often in a row just this was asked for, and nothing of it was told. */
function countRepeats(
  { tool, utterances, asks }: Request,
  { missing }: FilledTool,
  situation: Situation,
): number {
  const isSame = (count: number) =>
    fillTool(tool, utterances.slice(0, count), situation).missing.length === missing.length;
  const changed = asks.slice(0, MOST_REPEATS + 1).findIndex((count) => !isSame(count));
  return changed < 0 ? Math.min(asks.length, MOST_REPEATS + 1) : changed;
}

/** Lets it be, and offers a person where the agent can. */
function leave(
  name: 'withoutIt' | 'leaveIt',
  { tools }: Dialogue,
  language: Language,
  router: Router,
): Decision {
  const [human] = router.route('I want to talk to a human', tools).routes;
  const help =
    human !== undefined && human.odds > 0 ? ` ${phrase('offer', language, { label: human.tool.label })}` : '';
  return say(`${phrase(name, language)}${help}`, giveReason('cannot-say'));
}
