import { chooseLanguage, type Language } from '../language/detect-language.ts';
import type { PromptSnippet } from '../protocol.ts';
import type { Route, Router } from '../routing/router.ts';
import { asksForItBack } from './asks-for-it-back.ts';
import { findOffer } from './find-offer.ts';
import { phrase } from './phrases.ts';
import { type PickedSnippet, pickSnippet } from './pick-snippet.ts';
import type { Dialogue, OfferedTool } from './read-prompt.ts';
import { recogniseReply } from './recognise-reply.ts';
import { recogniseSmallTalk } from './recognise-small-talk.ts';

/** What the engine says and does in one step of a turn. */
export interface Decision {
  text: string;
  citation?: PromptSnippet;
  use?: OfferedTool;
  /** For owners, most important first. */
  reasons: string[];
}

export function decide(dialogue: Dialogue, router: Router): Decision {
  const { options, tools, unanswered, afterTool } = dialogue;
  const language = chooseLanguage(options.language, unanswered);
  if (afterTool?.failed) return say(phrase('failed', language), 'the tool failed');
  if (afterTool?.alreadyOpen) return say(phrase('alreadyOpen', language), 'its card is open already');
  if (afterTool) return CARD_SPEAKS;

  const offered = findOffer(dialogue.lastAnswer, tools, router);
  const reply = offered === null ? null : recogniseReply(unanswered);
  if (offered !== null && reply?.rest === '') {
    if (reply.answer === 'yes') return use(offered, language, `the visitor said yes to “${offered.label}”`);
    return say(phrase('declined', language), `the visitor declined “${offered.label}”`);
  }

  const smallTalk = recogniseSmallTalk(unanswered);
  if (smallTalk !== null) return say(phrase(smallTalk, language, { agent: options.agentName }), 'small talk');

  const { routes, speech } = router.route(unanswered, tools);
  const asksFor = speech.wish + speech.request + speech.mayI > 0;
  const open = routes.filter(({ tool }) => tool.lastStatus !== 'dismissed' || asksFor);
  const best = open[0];
  const recalled = tools.find(({ lastStatus }) => lastStatus === 'dismissed');
  if (recalled !== undefined && asksForItBack(unanswered)) {
    return use(recalled, language, `the visitor asks for “${recalled.label}” back`);
  }
  const answer = pickSnippet(unanswered, options.snippets, router);
  if (best !== undefined && best.odds > 0 && (answer === null || isClearer(best, answer))) {
    return use(best.tool, language, `“${best.tool.label}” fits: ${explain(best)}`);
  }
  if (offered !== null && reply?.answer === 'yes' && answer === null) {
    return use(offered, language, `the visitor said yes to “${offered.label}”`);
  }
  const offer = open.find(({ tool, odds }) => odds > WORTH_OFFERING && tool.lastStatus === null);
  if (answer !== null) {
    return sayAnswer(answer, offer !== undefined && offer.odds > WORTH_ADDING ? offer : undefined, language);
  }
  if (offered !== null && reply?.answer === 'no')
    return say(phrase('declined', language), 'the visitor declined');
  if (offer !== undefined) {
    return say(phrase('offerUnsure', language, { label: offer.tool.label }), `perhaps ${explain(offer)}`);
  }
  const rest = routes.map(({ tool }) => tool).filter(({ lastStatus }) => lastStatus !== 'dismissed');
  return say(
    dontKnow(rest, language),
    best === undefined ? 'no tool to use' : `no tool fits: ${explain(best)}`,
  );
}

const CARD_SPEAKS: Decision = { text: '', reasons: ['the card speaks for itself'] };
/** Odds from which a tool is worth asking about, though not worth using unasked. */
const WORTH_OFFERING = -1.2;
/** After an answer the visitor needs no second guess: only a tool that would have been used is worth adding. */
const WORTH_ADDING = 0;
/** An answer that fits less than this never keeps a tool from being used. */
const FITS_WELL = 0.9;
const CLEAR_ODDS = 1.5;

function isClearer(route: Route<OfferedTool>, answer: PickedSnippet): boolean {
  return answer.fit < FITS_WELL || route.odds > CLEAR_ODDS;
}

function say(text: string, reason: string): Decision {
  return { text, reasons: [reason] };
}

function use(tool: OfferedTool, language: Language, reason: string): Decision {
  return { text: tool.leadIn?.[language] ?? tool.leadIn?.en ?? '', use: tool, reasons: [reason] };
}

function sayAnswer(
  { snippet, fit }: PickedSnippet,
  offer: Route<OfferedTool> | undefined,
  language: Language,
): Decision {
  const question = offer === undefined ? '' : `\n\n${phrase('offer', language, { label: offer.tool.label })}`;
  return {
    text: snippet.text + question,
    citation: snippet,
    reasons: [`“${snippet.question ?? snippet.title}” answers it (${fit.toFixed(2)})`],
  };
}

function dontKnow(tools: OfferedTool[], language: Language): string {
  const [first, second] = tools;
  const unknown = phrase('unknown', language);
  if (first === undefined) return unknown;
  if (second === undefined) return `${unknown} ${phrase('canHelpWith', language, { label: first.label })}`;
  return `${unknown} ${phrase('canHelpWithTwo', language, { label: first.label, other: second.label })}`;
}

function explain({ words, odds }: Route<OfferedTool>): string {
  return `${words.length === 0 ? 'the way it is said' : words.join(', ')} (${odds.toFixed(1)})`;
}
