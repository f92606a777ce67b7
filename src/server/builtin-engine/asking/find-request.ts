import type { Exchange } from '../dialogue/read-exchanges.ts';
import type { Dialogue, OfferedTool } from '../dialogue/read-prompt.ts';
import type { Utterance } from '../extraction/hear-utterance.ts';
import { isAskedFor } from '../extraction/is-asked-for.ts';
import { readFields } from '../extraction/read-fields.ts';
import type { Router } from '../routing/router.ts';

/** An action that the visitor wants, and is being asked for inputs of. */
export interface Request {
  tool: OfferedTool;
  /** The visitor's words since the action was first asked for, the unanswered ones last. */
  utterances: Utterance[];
  /** How many of the utterances were answered before. */
  answered: number;
  /** How many utterances there were each time the agent asked for inputs, the last time first. */
  asks: number[];
}

/** The action that the agent's last words asked for an input of; the timeline is all the memory there is. */
export function findRequest(dialogue: Dialogue, router: Router): Request | null {
  const { past, tools, lastAnswer } = dialogue;
  // A form that was closed is asked for back, or not at all: what the visitor goes on to say is no answer to it.
  const asked = tools
    .filter(({ lastStatus }) => lastStatus !== 'dismissed')
    .map((tool) => ({ tool, inputs: countAsked(tool, lastAnswer, tools) }))
    .filter(({ inputs }) => inputs > 0)
    .sort((a, b) => b.inputs - a.inputs);
  const likely = asked.filter(({ inputs }) => inputs === asked[0]?.inputs).map(({ tool }) => tool);
  const [first] = likely;
  if (first === undefined) return null;
  const tool = likely.length === 1 ? first : (chooseByWords(past, likely, router) ?? first);
  return openRequest(dialogue, tool, past.length - 1);
}

/** The request that the exchange at `last` belongs to, with all the visitor's words from its beginning on; null: it begins now. */
export function openRequest(
  { past, messages, tools }: Dialogue,
  tool: OfferedTool,
  last: number | null,
): Request {
  let begin = past.length;
  const askedAt: number[] = [];
  for (let at = last ?? -1; at >= 0; at--) {
    const exchange = past[at];
    if (exchange === undefined || exchange.said.length === 0) break;
    const isAsk = countAsked(tool, exchange.answer, tools) > 0;
    if (at !== last && !isAsk && !offers(tool, exchange.answer)) break;
    if (isAsk) askedAt.push(at);
    begin = at;
  }
  const replies = past.slice(begin);
  const before = replies.flatMap(({ said }, i) =>
    say(said, lastLine(replies[i - 1]?.answer ?? past[begin - 1]?.answer ?? ''), i > 0),
  );
  const now = say(messages, lastLine(past.at(-1)?.answer ?? ''), replies.length > 0);
  const asks = askedAt.map((at) => replies.slice(0, at - begin + 1).flatMap(({ said }) => said).length);
  return { tool, utterances: [...before, ...now], answered: before.length, asks };
}

function say(texts: string[], question: string, isReply: boolean): Utterance[] {
  return texts.map((text, i) => ({ text, question: i === 0 || isReply ? question : '', isReply }));
}

/** How many required inputs of the tool the agent's last paragraph asks for; what names tools is an offer. */
function countAsked({ inputSchema }: OfferedTool, answer: string, tools: OfferedTool[]): number {
  const question = lastLine(answer);
  if (tools.some((tool) => offers(tool, question))) return 0;
  const required = inputSchema.required ?? [];
  return readFields(inputSchema).filter(
    (field) => required.includes(field.name) && isAskedFor(field, question),
  ).length;
}

/** Where a question stands: after what was answered by the way. */
function lastLine(answer: string): string {
  return answer.split('\n').at(-1) ?? '';
}

function offers({ label }: OfferedTool, answer: string): boolean {
  return [`“${label}”`, `„${label}“`, `«${label}»`].some((quoted) => answer.includes(quoted));
}

/** Two actions ask for an order number: the one that the words before fit better. */
function chooseByWords(past: Exchange[], tools: OfferedTool[], router: Router): OfferedTool | null {
  const said = past
    .slice(-3)
    .flatMap((exchange) => exchange.said)
    .join('\n');
  return router.route(said, tools).routes[0]?.tool ?? null;
}
