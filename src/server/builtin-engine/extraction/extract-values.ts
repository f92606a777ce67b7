import { type Finding, overlaps } from '../recognisers/finding.ts';
import { chooseFinding, isCorrection } from './choose-finding.ts';
import { type Field, isFreeText } from './field.ts';
import { findFor } from './find-for.ts';
import { type Heard, hearUtterance, type Situation, type Utterance } from './hear-utterance.ts';
import { isAskedFor } from './is-asked-for.ts';
import { isBareAnswer } from './read-bare-answer.ts';

/** What was found for some inputs, by their names. */
export type Values = Record<string, unknown>;

/** The values of some inputs in the visitor's words, oldest first: what was said last counts, and nothing is made up. */
export function extractValues(fields: Field[], utterances: Utterance[], situation: Situation): Values {
  const values: Values = {};
  // What has a form of its own goes first; free text is what is left.
  const ordered = [...fields.filter((field) => !isFreeText(field)), ...fields.filter(isFreeText)];
  for (const utterance of utterances) readUtterance(utterance, ordered, situation, values);
  return values;
}

function readUtterance(utterance: Utterance, fields: Field[], situation: Situation, values: Values): void {
  const heard = hearUtterance(utterance, situation);
  const asked = fields.filter((field) => isAskedFor(field, heard.question));
  const claimed: Finding<unknown>[] = [];
  const found = fields.map((field) => {
    const wasAsked = asked.includes(field);
    const open = isFreeText(field) ? withoutClaimed(heard, claimed) : heard;
    const findings = findFor(field, fields, open, situation, wasAsked);
    if (wasAsked) claimed.push(...findings.filter(({ isWeak }) => !isWeak));
    return { field, findings, wasAsked };
  });
  const bare = found.filter(
    ({ findings }) => findings.length <= FEW && findings.some((finding) => isBareAnswer(heard.text, finding)),
  );
  const taken: Finding<unknown>[] = [];
  for (const { field, findings, wasAsked } of found) {
    const isLone = asked.length === 0 && bare.length === 1 && bare[0]?.field === field;
    const corrects = isCorrection(heard.text) && (asked.length === 0 || values[field.name] !== undefined);
    const acceptsWeak = wasAsked || corrects || isLone;
    const free = findings.filter(
      (finding) => !finding.isWeak || !taken.some((other) => overlaps(finding, other)),
    );
    // "1042, 2": the answers come in the order of the questions.
    const isInTurn = asked.length > 1 && !isCorrection(heard.text) && free.every(({ isWeak }) => isWeak);
    const chosen = store(field, isInTurn ? free.slice(0, 1) : free, acceptsWeak, heard.text, values);
    if (chosen !== null) taken.push(chosen);
  }
}

/** A message with more values than these is no bare answer. */
const FEW = 3;

function store(
  field: Field,
  findings: Finding<unknown>[],
  acceptsWeak: boolean,
  text: string,
  values: Values,
): Finding<unknown> | null {
  const { chosen, denied } = chooseFinding(findings, text, { words: field.words, acceptsWeak });
  const isDenied = (value: unknown) => denied.some((other) => other === value);
  if (!field.isList) {
    if (chosen !== null) values[field.name] = chosen.value;
    else if (isDenied(values[field.name])) delete values[field.name];
    return chosen;
  }
  const before = Array.isArray(values[field.name]) ? (values[field.name] as unknown[]) : [];
  const said = findings.filter(({ isWeak }) => acceptsWeak || !isWeak).map(({ value }) => value);
  const all = [...new Set([...before, ...said])].filter((value) => !isDenied(value));
  if (all.length > 0) values[field.name] = all;
  else delete values[field.name];
  return chosen;
}

/** "4711, 12 Main Street" → ", 12 Main Street", where the number was asked for too. */
function withoutClaimed(heard: Heard, claimed: Finding<unknown>[]): Heard {
  if (claimed.length === 0) return heard;
  const cut = [...claimed].sort((a, b) => b.from - a.from);
  const text = cut.reduce(
    (rest, { from, to }) => `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`,
    heard.text,
  );
  return { ...heard, text };
}
