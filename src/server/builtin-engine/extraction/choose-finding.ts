import type { Finding } from '../recognisers/finding.ts';

export interface Choice<Value> {
  chosen: Finding<Value> | null;
  /** What the visitor said it is not. */
  denied: Value[];
}

/**
 * Of several values for one input the one that is meant: never what was denied, rather what was confirmed or stands
 * beside the input's own words, else what was said last. `acceptsWeak`: weak ones count too.
 */
export function chooseFinding<Value>(
  all: Finding<Value>[],
  text: string,
  { words, acceptsWeak }: { words: string; acceptsWeak: boolean },
): Choice<Value> {
  const findings = all.slice(-MOST);
  const denied = findings.filter((finding) => isDenied(finding, text));
  const open = findings.filter((finding) => !denied.includes(finding));
  const replaces = (finding: Finding<Value>) => corrects(finding, findings, text);
  const firm = open.filter(({ isWeak }) => !isWeak);
  const fitting =
    acceptsWeak && firm.length === 0 ? open : open.filter((finding) => !finding.isWeak || replaces(finding));
  const confirmed = fitting.filter((finding) => CONFIRMED_AFTER.test(after(finding, text)));
  const isOpen = confirmed.length === 0 && isUndecided(fitting, text);
  const chosen =
    confirmed.at(-1) ?? chooseChanged(fitting, text) ?? chooseNamed(fitting, text, words) ?? fitting.at(-1);
  return { chosen: isOpen ? null : (chosen ?? null), denied: denied.map(({ value }) => value) };
}

/** Nobody says more values than these and means one of the first. */
const MOST = 12;
/** How far around a value the words count that tell what it is. */
const NEAR = 60;

function before({ from }: { from: number }, text: string): string {
  return text.slice(Math.max(0, from - NEAR), from);
}

function after({ to }: { to: number }, text: string): string {
  return text.slice(to, to + NEAR);
}

function isDenied(finding: { from: number; to: number }, text: string): boolean {
  return DENIED_BEFORE.test(before(finding, text)) || DENIED_AFTER.test(after(finding, text));
}

/** The words put something right: "no, 4712", "sorry, I meant …". */
export function isCorrection(text: string): boolean {
  return CORRECTION.test(text);
}

const FILLER =
  "(?:\\s+(?:on|at|in|before|after|for|until|by|use|using|my|to|from|it's|it|is|the|come|make|do|work|with|want|need|am|um|den|dem|die|der|das|vor|nach|bis|an|bei|unter|im|mehr))";
const DENIED_BEFORE = new RegExp(
  `(?<!\\p{L})(?:not|\\p{L}+n['’]t|never|except|instead of|rather than|no longer|nicht|kein\\p{L}*|statt|anstatt|außer|ليس|ليست|لا|غير|بدل(?:ا من)?|مش)${FILLER}{0,3}\\s+$|(?<!\\p{L})(?:old|previous|former|wrong|outdated|alte[rns]?|falsche[rns]?|frühere[rns]?)(?: \\p{L}+){1,2}(?: (?:is|was|ist|war|:))?\\s+$`,
  'iu',
);
const DENIED_AFTER =
  /^[^.!?;\n]{0,3}\s*(?:is|was|ist|war)? ?(?:not (?:right|correct|mine|valid|working)|(?:is|was) (?:an? |my |the )?(?:\p{L}+ )?(?:old|wrong|outdated|former|previous|invalid)|(?:is|that's|that is|that’s|which is) (?:my|the|his|her) (?:\p{L}+['’]s|old|wrong|other)|(?:isn't|isn’t|wasn't|doesn't|no longer)|ist (?:falsch|alt|veraltet|die alte|der alte)|stimmt nicht)/iu;
const CONFIRMED_AFTER =
  /^\s*,?\s*(?:is|was|ist) (?:the )?(?:right|correct|current|new|good|valid|mine|richtig|korrekt|aktuell)(?!\p{L})|^\s*(?:stimmt|صحيح)(?! nicht)/iu;
const CORRECTION =
  /(?<!\p{L})(?:sorry|i meant?|i mean|meant|actually|oh wait|wait|rather|instead|correction|make that|make it|scratch that|nein|doch|vielmehr|ich meine|ich meinte|meinte|sondern|besser gesagt|quatsch|قصدي|أقصد|اقصد|بل|عفوا)(?!\p{L})|^(?:no|nope|لا)(?!\p{L})|[,.;–-]\s*(?:no|nope|لا|but)(?!\p{L})/iu;

/** It follows another value that was denied, or words between them put that right. */
function corrects<Value>(finding: Finding<Value>, findings: Finding<Value>[], text: string): boolean {
  return findings.some(
    (other) =>
      other.to <= finding.from &&
      (CORRECTION.test(text.slice(other.to, finding.from)) || DENIED_BEFORE.test(before(other, text))),
  );
}

/** "Tomorrow or Friday" is neither. */
function isUndecided<Value>(findings: Finding<Value>[], text: string): boolean {
  const [one, other] = findings.slice(-2);
  return (
    one !== undefined &&
    other !== undefined &&
    one.value !== other.value &&
    /^,?\s*(?:or|oder|أو|او)(?: \p{L}{1,4})?\s*$/iu.test(text.slice(one.to, other.from))
  );
}

/** "Change it from A to B", "change it to B from A". */
function chooseChanged<Value>(findings: Finding<Value>[], text: string): Finding<Value> | null {
  if (findings.length !== 2 || !CHANGE.test(text)) return null;
  return findings.find((finding) => TARGET.test(before(finding, text))) ?? null;
}

const CHANGE = /(?<!\p{L})(?:change|switch|update|move|ändern?|ändere|verschieben?|umbuchen)(?!\p{L})/iu;
const TARGET = /(?<!\p{L})(?:to|auf|zu)(?: the| den)?\s+$/iu;

/** The one that the input's own word stands before, where nothing was put right: "my work mail is A, private is B". */
function chooseNamed<Value>(findings: Finding<Value>[], text: string, words: string): Finding<Value> | null {
  if (findings.length < 2 || CORRECTION.test(text)) return null;
  const own = (words.match(/\p{L}{4,}/gu) ?? []).filter((word) => !GENERIC.has(word));
  const named = findings.filter(({ from }, at) => {
    const near = text.slice(Math.max(findings[at - 1]?.to ?? 0, from - 30), from).toLowerCase();
    return own.some((word) => near.includes(word));
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

const GENERIC = new Set(
  'date time number email mail phone name customer visitor your address with amount from until that which'.split(
    ' ',
  ),
);
