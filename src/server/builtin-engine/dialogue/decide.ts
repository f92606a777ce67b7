import { pickSnippet } from '../answers/pick-snippet.ts';
import { asksToBeContacted } from '../asking/asks-for-it-back.ts';
import { saysAllOf } from '../asking/fill-tool.ts';
import { findRequest } from '../asking/find-request.ts';
import { goOn } from '../asking/go-on.ts';
import { settleConfirmation } from '../asking/settle-confirmation.ts';
import { startRequest } from '../asking/start-request.ts';
import { wordOutcome } from '../asking/word-outcome.ts';
import { readSituation } from '../extraction/read-situation.ts';
import { chooseLanguage } from '../language/detect-language.ts';
import type { Router } from '../routing/router.ts';
import { admitDoubt } from './admit-doubt.ts';
import { chooseAnswer } from './choose-answer.ts';
import { type Decision, say } from './decision.ts';
import { findOffer } from './find-offer.ts';
import { joinAnswers } from './join-answers.ts';
import { phrase } from './phrases.ts';
import type { Dialogue, OfferedTool } from './read-prompt.ts';
import { recogniseReply } from './recognise-reply.ts';
import { recogniseSmallTalk } from './recognise-small-talk.ts';
import { saysNotTo } from './says-not-to.ts';
import type { Weighed } from './weighed.ts';

/** One step of a turn: what came of tools is told, what was begun goes on, and then the visitor's words are weighed. */
export function decide(dialogue: Dialogue, router: Router): Decision {
  const { options, tools, unanswered, outcomes, earlier } = dialogue;
  const language = chooseLanguage(options.language, unanswered, earlier);
  if (outcomes !== null) {
    const said = outcomes.map((outcome) => wordOutcome(outcome, language)).filter((text) => text !== '');
    const reason = said.length > 0 ? 'says what came of it' : 'the card speaks for itself';
    return say([...new Set(said)].join(' '), reason);
  }
  const situation = readSituation(options, `${earlier}\n${unanswered}`, router);
  const setting = { language, situation };
  const start = (tool: OfferedTool, reason: string, wasOffered = false) =>
    startRequest(tool, dialogue, { ...setting, reason, wasOffered });
  const utterances = dialogue.messages.map((text) => ({ text, question: '' }));
  const hasAllInputs = (tool: OfferedTool) => saysAllOf(tool, utterances, situation);

  const settled = settleConfirmation(dialogue, setting);
  if (settled !== null) return settled;
  const request = findRequest(dialogue, router);
  if (request !== null) {
    const others = { ...dialogue, tools: tools.filter(({ name }) => name !== request.tool.name) };
    const elsewhere = () =>
      chooseAnswer(others, weigh(others, router), { language, accepted: null, start, hasAllInputs });
    return goOn(request, dialogue, { ...setting, router, elsewhere });
  }
  const offered = findOffer(dialogue.lastAnswer, tools, router);
  const reply = offered === null ? null : recogniseReply(unanswered);
  if (offered !== null && reply?.rest === '') {
    if (reply.answer === 'yes') return start(offered, `the visitor said yes to “${offered.label}”`, true);
    return say(phrase('declined', language), `the visitor declined “${offered.label}”`);
  }
  const smallTalk = recogniseSmallTalk(unanswered);
  if (smallTalk !== null) return say(phrase(smallTalk, language, { agent: options.agentName }), 'small talk');

  const alone = dialogue.messages.map((text) => {
    const one = { ...dialogue, messages: [text], unanswered: text };
    return chooseAnswer(one, weigh(one, router), { language, accepted: null, start, hasAllInputs });
  });
  const joined = joinAnswers(alone);
  if (joined !== null) return joined;

  const weighed = weigh(dialogue, router);
  const accepted = reply?.answer === 'yes' ? offered : null;
  const answer = chooseAnswer(dialogue, weighed, { language, accepted, start, hasAllInputs });
  if (answer !== null) return answer;
  if (offered !== null && reply === null && hasAllInputs(offered)) {
    return start(offered, `the visitor said what “${offered.label}” needs`, true);
  }
  if (reply?.answer === 'no') return say(phrase('declined', language), 'the visitor declined');
  return admitDoubt(weighed, language);
}

function weigh({ unanswered, tools, options }: Dialogue, router: Router): Weighed {
  const { routes, speech } = router.route(unanswered, tools);
  const wants = speech.wish + speech.request + speech.mayI > 0;
  const isOpen = ({ label, lastStatus }: OfferedTool) =>
    lastStatus !== 'dismissed' || (wants && asksToBeContacted(unanswered, label));
  return {
    routes,
    open: routes.filter(({ tool }) => isOpen(tool) && !saysNotTo(unanswered, tool)),
    answer: pickSnippet(unanswered, options.snippets, router),
  };
}
