import { giveReason, type Reason } from '../../../contract/actions/reason.ts';
import { saysAllOf } from '../asking/fill-tool.ts';
import { findRequest } from '../asking/find-request.ts';
import { goOn } from '../asking/go-on.ts';
import { pointToCard } from '../asking/point-to-card.ts';
import { repeatLookup } from '../asking/repeat-lookup.ts';
import { settleConfirmation } from '../asking/settle-confirmation.ts';
import { startRequest } from '../asking/start-request.ts';
import { wordOutcome } from '../asking/word-outcome.ts';
import { readSituation } from '../extraction/read-situation.ts';
import { chooseLanguage, type Language } from '../language/detect-language.ts';
import { findOffers } from '../offers/find-offers.ts';
import { recogniseReply } from '../offers/recognise-reply.ts';
import { takeUpOffer } from '../offers/take-up-offer.ts';
import type { Router } from '../routing/router.ts';
import { admitDoubt } from './admit-doubt.ts';
import { chooseAnswer } from './choose-answer.ts';
import { type Decision, say } from './decision.ts';
import { gatherMessages } from './gather-messages.ts';
import { isGibberish } from './is-gibberish.ts';
import { joinAnswers } from './join-answers.ts';
import { phrase } from './phrases.ts';
import type { Dialogue, OfferedTool } from './read-prompt.ts';
import { recogniseSmallTalk } from './recognise-small-talk.ts';
import { weigh } from './weigh.ts';

/** One step of a turn: what came of tools is told, what was begun goes on, and then the visitor's words are weighed. */
export function decide(dialogue: Dialogue, router: Router): Decision {
  const { options, tools, unanswered, outcomes, earlier } = dialogue;
  const language = chooseLanguage(options.language, unanswered, earlier);
  if (outcomes !== null) return tellOutcomes(outcomes, tools, language);
  const situation = readSituation(options, `${earlier}\n${unanswered}`, router);
  const setting = { language, situation };
  const start = (tool: OfferedTool, reason: Reason, wasOffered = false) =>
    startRequest(tool, dialogue, { ...setting, reason, wasOffered });
  const utterances = dialogue.messages.map((text) => ({ text, question: '' }));
  const hasAllInputs = (tool: OfferedTool) => saysAllOf(tool, utterances, situation);
  const choose = (about: Dialogue, accepted: OfferedTool | null = null, weighed = weigh(about, router)) =>
    chooseAnswer(about, weighed, { language, accepted, start, hasAllInputs });

  const settled = settleConfirmation(dialogue, setting);
  if (settled !== null) return settled;
  const request = findRequest(dialogue, router);
  if (request !== null) {
    const others = { ...dialogue, tools: tools.filter(({ name }) => name !== request.tool.name) };
    return goOn(request, dialogue, { ...setting, router, elsewhere: () => choose(others) });
  }
  const offered = findOffers(dialogue.lastAnswer, tools, router);
  const heard = recogniseReply(unanswered);
  const reply = offered.length === 0 ? null : heard;
  const takes = (tool: OfferedTool, reason: Reason) => start(tool, reason, tool.lastStatus !== 'dismissed');
  const taken = takeUpOffer(unanswered, { offered, reply, language, router, start: takes });
  if (taken !== null) return taken;
  const pointed = pointToCard(dialogue, heard, language);
  if (pointed !== null) return pointed;
  const smallTalk = recogniseSmallTalk(unanswered);
  if (smallTalk !== null)
    return say(phrase(smallTalk, language, { agent: options.agentName }), giveReason('small-talk'));
  const repeated = repeatLookup(dialogue, setting);
  if (repeated !== null) return repeated;

  const topics = gatherMessages(dialogue.messages).filter((text) => recogniseSmallTalk(text) === null);
  const joined = joinAnswers(
    topics.map((text) => choose({ ...dialogue, messages: [text], unanswered: text })),
  );
  if (joined !== null) return joined;

  const weighed = weigh(dialogue, router);
  const [only, other] = offered;
  const single = only !== undefined && other === undefined ? only : null;
  const answer = choose(dialogue, reply?.answer === 'yes' ? single : null, weighed);
  if (answer !== null) return answer;
  if (single !== null && reply === null && hasAllInputs(single)) {
    return start(single, giveReason('said-all', { action: single.label }), true);
  }
  if (reply?.answer === 'no') return say(phrase('declined', language), giveReason('declined'));
  if (weighed.isRefusal) return say(phrase('acknowledged', language), giveReason('wants-it-not-done'));
  if (isGibberish(unanswered, router)) return say(phrase('notUnderstood', language), giveReason('no-words'));
  return admitDoubt(weighed, language);
}

function tellOutcomes(
  outcomes: NonNullable<Dialogue['outcomes']>,
  tools: OfferedTool[],
  language: Language,
): Decision {
  const labelOf = (toolName: string) => tools.find(({ name }) => name === toolName)?.label ?? '';
  const said = outcomes.map((outcome) => wordOutcome(outcome, labelOf(outcome.toolName), language));
  const told = [...new Set(said.filter((text) => text !== ''))];
  return say(told.join(' '), giveReason(told.length > 0 ? 'outcome' : 'card-speaks'));
}
