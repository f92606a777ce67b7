import type { Decision } from './decision.ts';

/**
 * Several messages that came before an answer, each with what it would get by itself: answers are said one after the
 * other, the wanted actions follow. Null: one of them is not clear alone, so they belong together.
 */
export function joinAnswers(each: (Decision | null)[]): Decision | null {
  const clear = each.filter((decision) => decision !== null);
  if (clear.length < each.length || clear.length < 2) return null;
  // One question at a time, and at the end, where the visitor answers it.
  const asking = clear.find(({ pending }) => pending !== undefined);
  const acting = clear.filter(({ uses }) => uses !== undefined);
  const answers = clear.filter(({ pending, uses }) => pending === undefined && uses === undefined);
  const said = [...answers, ...acting, ...(asking ? [asking] : [])];
  const citation = answers.find((decision) => decision.citation)?.citation;
  return {
    ...asking,
    ...(acting.length > 0 ? { uses: orderUses(acting.flatMap(({ uses = [] }) => uses)) } : {}),
    text: [...new Set(said.map(({ text }) => text))].filter((text) => text !== '').join('\n\n'),
    ...(citation ? { citation } : {}),
    reasons: said.flatMap(({ reasons }) => reasons),
  };
}

/** Each once. What neither announces a card nor reaches outside may end the turn, as a handover does: it comes last. */
function orderUses(uses: NonNullable<Decision['uses']>): NonNullable<Decision['uses']> {
  const keyOf = ({ tool, inputs }: (typeof uses)[number]) => JSON.stringify([tool.name, inputs]);
  const once = [...new Map(uses.map((use) => [keyOf(use), use])).values()];
  const mayEndTurn = ({ tool }: (typeof uses)[number]) =>
    tool.leadIn === undefined && tool.effect === undefined;
  return [...once.filter((use) => !mayEndTurn(use)), ...once.filter(mayEndTurn)];
}
