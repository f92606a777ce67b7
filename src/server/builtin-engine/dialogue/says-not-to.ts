import type { OfferedTool } from './read-prompt.ts';

/**
 * "I don't want to talk to a human", "keinen Menschen sprechen": the visitor names what an action does, to have it not done.
 * Where the owner's own examples say it in the negative ("I don't want to talk to a robot"), those words stand for the action.
 */
export function saysNotTo(
  text: string,
  { label, guidance }: Pick<OfferedTool, 'label' | 'guidance'>,
): boolean {
  const denied = clausesOf(text).flatMap((clause) => NEGATED.exec(clause)?.groups?.what ?? []);
  if (denied.length === 0) return false;
  const said = [label, guidance.whenToUse, ...guidance.examples].flatMap(clausesOf);
  const wanted = new Set(said.filter((clause) => !NEGATED.test(clause)).flatMap(contentOf));
  const unwanted = new Set(said.filter((clause) => NEGATED.test(clause)).flatMap(contentOf));
  return denied.some((what) => {
    const [first, ...more] = contentOf(what);
    return (
      first !== undefined &&
      wanted.has(first) &&
      [first, ...more].some((word) => wanted.has(word) && !unwanted.has(word))
    );
  });
}

function clausesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .split(/[.,;:!?\n]|\b(?:but|just|aber|sondern|nur)\b/);
}

/** The beginnings of the longer words: an ending makes no other word of them. */
function contentOf(text: string): string[] {
  return (text.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
}

const NEGATED = new RegExp(
  [
    `\\b(?:don't|do not|doesn't|won't|wouldn't|never) (?:(?:want|need|wish|like)(?: to)?|connect|put|transfer|hand|call|contact|send|show|book)\\b(?<what>.*)`,
    `\\b(?:möchten?|will|wollen|brauchen?|bitte)(?: \\p{L}+){0,2} (?:nicht|kein\\p{L}*)\\b(?<what>.*)`,
  ].join('|'),
  'u',
);
