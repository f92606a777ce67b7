import type { Decision } from './decision.ts';

/**
 * Several messages that came before an answer, each with what it would get by itself: answers are said one after the other,
 * and the first action that is wanted follows. Null: one of them is not clear alone, so they belong together.
 */
export function joinAnswers(each: (Decision | null)[]): Decision | null {
  const clear = each.filter((decision) => decision !== null);
  if (clear.length < each.length || clear.length < 2) return null;
  const isActing = ({ use, pending }: Decision) => use !== undefined || pending !== undefined;
  const answers = clear.filter((decision) => !isActing(decision));
  const acting = clear.find(isActing);
  const said = [...answers, ...(acting ? [acting] : [])];
  const citation = answers.find((decision) => decision.citation)?.citation;
  return {
    ...acting,
    text: [...new Set(said.map(({ text }) => text))].filter((text) => text !== '').join('\n\n'),
    ...(citation ? { citation } : {}),
    reasons: said.flatMap(({ reasons }) => reasons),
  };
}
