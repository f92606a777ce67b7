import { stemWord } from '../language/stem.ts';
import { findNumbers } from './find-numbers.ts';
import type { Finding } from './finding.ts';

/** How many of what an input counts: "2 adults", "a room", "my wife and I", "our three sons". Other numbers are weak. */
export function findCounts(text: string, words: string): Finding<number>[] {
  const kinds = KINDS.filter(({ field }) => field.test(words)).map(({ said }) => said);
  const own = significantStems(words);
  const isCounted = (noun: string) =>
    kinds.some((said) => said.test(noun)) ||
    own.includes(stemWord(noun.toLowerCase(), 'en')) ||
    own.includes(stemWord(noun.toLowerCase(), 'de'));
  const numbers = findNumbers(text)
    .filter(({ value }) => Number.isFinite(value))
    .map((number) => toCount(number, text, isCounted));
  const counted = numbers.filter(({ isWeak }) => !isWeak);
  if (counted.length > 0) return numbers;
  const single = findSingles(text, isCounted);
  const family = PEOPLE.filter(({ field }) => field.test(words)).flatMap(({ read }) => read(text));
  return [...family, ...(family.length > 0 ? [] : single), ...numbers];
}

const KINDS: { field: RegExp; said: RegExp }[] = [
  {
    field: /\b(?:people|persons?|guests?|party|attendees|personen|gäste)\b|أشخاص|ضيوف/u,
    said: /^(?:people|persons?|guests?|pax|of us|personen|leute|gäste|أشخاص|اشخاص|أفراد|ضيوف|شخص)$/iu,
  },
  {
    field: /\b(?:adults?|erwachsene)\b|بالغ/u,
    said: /^(?:adults?|grown-?ups?|erwachsenen?|بالغين|بالغان)$/iu,
  },
  {
    field: /\b(?:kids?|child(?:ren)?|kinder)\b|أطفال/u,
    said: /^(?:kids?|child(?:ren)?|sons?|daughters?|bab(?:y|ies)|toddlers?|infants?|boys?|girls?|teenagers?|kind(?:er)?|söhne|töchter|أطفال|اطفال|طفل)$/iu,
  },
  {
    field: /\b(?:rooms?|zimmer)\b|غرف/u,
    said: /^(?:rooms?|suites?|zimmer|doubles?|singles?|\p{L}+zimmer|غرفة|غرف)$/iu,
  },
  { field: /\b(?:nights?|nächte)\b|ليال/u, said: /^(?:nights?|nächten?|ليالي|ليلة)$/iu },
  {
    field: /\b(?:quantity|amount|count|copies|pieces|menge|anzahl|stück)\b|كمية|عدد/u,
    said: /^(?:pieces?|units?|items?|copies|pcs|x|times|stück|قطع|قطعة|حبات)$/iu,
  },
];

const GENERIC = new Set(
  'number count total many how much amount anzahl zahl menge wie viele quantity'.split(' '),
);

function significantStems(words: string): string[] {
  return (words.match(/\p{L}{3,}/gu) ?? [])
    .filter((word) => !GENERIC.has(word))
    .flatMap((word) => [stemWord(word, 'en'), stemWord(word, 'de')]);
}

/** Up to three words between a number and what it counts: "4 single rooms". */
function toCount(
  number: Finding<number>,
  text: string,
  isCounted: (noun: string) => boolean,
): Finding<number> {
  const after = text.slice(number.to).replace(/^\s*x\b/i, '');
  const [clause = ''] = after.split(
    /[,.;!?\d]|\s(?:and|und|for|für|from|with|in|at|on|to|one|two|three|four|five)\s/u,
  );
  const nouns = (clause.match(/[\p{L}-]+/gu) ?? []).slice(0, 4);
  const before =
    /([\p{L}-]+)(?: (?:is|of|are|for|to))?[ :]*$/u.exec(
      text.slice(Math.max(0, number.from - 30), number.from),
    )?.[1] ?? '';
  const isNamed = nouns.some(isCounted) || (isCounted(before) && !/^\s*\p{L}/u.test(after));
  return { ...number, isWeak: !isNamed };
}

/** "A double room", "another room": one each. */
function findSingles(text: string, isCounted: (noun: string) => boolean): Finding<number>[] {
  const singles = [
    ...text.matchAll(
      /(?<!\p{L})(?<!\b(?:in|per|of|inside) )(?:an?|another|one|my|the|eine?[nrms]?)\s+((?:[\p{L}-]+\s+){0,3}[\p{L}-]+)/giu,
    ),
  ].flatMap((match) => {
    const nouns = (match[1] ?? '').split(/\s+/);
    const at = nouns.findIndex(isCounted);
    const isSeveral =
      /s$/i.test(nouns[at] ?? '') || nouns.slice(0, Math.max(0, at)).some((noun) => BREAKS.test(noun));
    const words = match[0].slice(0, match[0].length - (match[1] ?? '').length).length;
    const to = match.index + words + nouns.slice(0, at + 1).join(' ').length;
    return at < 0 || isSeveral ? [] : [{ from: match.index, to, said: match[0] }];
  });
  const [first] = singles;
  if (first === undefined || /^(?:my|the)\b/i.test(first.said)) return [];
  const more = (text.slice(first.to).match(/(?<!\p{L})another(?: one)?(?!\p{L})/giu) ?? []).length;
  return [{ from: first.from, to: first.to, value: 1 + more }];
}

const BREAKS = /^(?:for|with|and|in|at|on|to|of|from|that|which|für|mit|und|in|number|nummer)$/i;

const PARTNER =
  '(?:wife|husband|partner|girlfriend|boyfriend|spouse|dad|mum|mom|mother|father|sister|brother|friend|fiancée?|frau|mann|freundin|freund|mutter|vater|schwester|bruder)';

/** People who are told by who they are. */
const PEOPLE: { field: RegExp; read: (text: string) => Finding<number>[] }[] = [
  {
    field: /\b(?:adults?|people|persons?|guests?|erwachsene|personen|gäste)\b/u,
    read: (text) =>
      first(
        text,
        new RegExp(
          `\\b(?:my|meine?) ${PARTNER} (?:and|und) (?:i|me|ich)\\b|\\b(?:me|i|ich) (?:and|und) (?:my|meine?) ${PARTNER}\\b|\\b(?:with|mit) (?:my|meine[mr]?) ${PARTNER}\\b|\\b(?:the two|both) of us\\b|\\bwir beide\\b`,
          'iu',
        ),
        2,
      ),
  },
  {
    field: /\b(?:adults?|people|persons?|guests?|erwachsene|personen|gäste)\b/u,
    read: (text) =>
      first(
        text,
        /\b(?:just|only) (?:me|myself)\b|\bby myself\b|\bnur ich\b|\balleine?\b|\bon my own\b/iu,
        1,
      ),
  },
  {
    field: /\b(?:people|persons?|guests?|personen|gäste)\b/u,
    read: (text) =>
      findNumbers(text).filter(
        ({ from, to, value }) =>
          Number.isInteger(value) &&
          /(?:\b(?:for|für)|\b(?:party|group|family|table) (?:of|for)|\b(?:there (?:are|will be)|we are|we're|wir sind))\s+$/i.test(
            text.slice(Math.max(0, from - 40), from),
          ) &&
          isAlone(text.slice(to)),
      ),
  },
  {
    field: /\b(?:kids?|child(?:ren)?|kinder)\b/u,
    read: (text) =>
      first(
        text,
        /\b(?:my|our|meine?|unsere?)(?: \p{L}+)? (?:son|daughter|kid|child|baby|sohn|tochter|kind)\b/iu,
        1,
      ),
  },
];

function first(text: string, pattern: RegExp, value: number): Finding<number>[] {
  const match = pattern.exec(text);
  return match === null ? [] : [{ from: match.index, to: match.index + match[0].length, value }];
}

function isAlone(after: string): boolean {
  return /^\s*(?:$|[,.;!?•]|(?:please|on|at|from|in|to|until|tonight|today|tomorrow|this|next|and|with|of us|people|bitte|am|um|ab|morgen|heute)\b)/iu.test(
    after,
  );
}
