import { STOP_WORDS } from '../vocabulary/stop-words.ts';
import type { Finding } from './finding.ts';
import type { Lexicon } from './lexicon.ts';

/** Names of persons: the visitor's own, with `mentioned` also others that are spoken of. */
export function findPeople(text: string, lexicon: Lexicon, mentioned: boolean): Finding[] {
  const frames = mentioned ? [...FRAMES, ...MENTIONS] : FRAMES;
  const found: Finding[] = [];
  for (const { words, trust } of frames) {
    for (const match of text.matchAll(words)) {
      const from = match.index + match[0].length;
      const name = readName(text.slice(from), trust, lexicon);
      if (name === null || found.some((other) => other.from < from + name.length && from < other.to))
        continue;
      found.push({ from, to: from + name.length, value: name });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A stretch of text that is a name and nothing else: "Ken Adams", where it was asked for also "ken adams". */
export function readAsName(text: string, wasAsked: boolean): string | null {
  const words = text
    .trim()
    .replace(POLITE, '')
    .replace(/[.!]+$/, '')
    .trim();
  if (!/^[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+){0,4}$/u.test(words)) return null;
  const parts = words.split(' ');
  if (parts.some((part) => isNoName(part) && !PARTICLE.test(part))) return null;
  const isCapital = parts.every((part) => CAPITAL.test(part) || PARTICLE.test(part));
  return wasAsked || (isCapital && parts.length > 1) ? words : null;
}

/** How sure a frame is that a name follows: any word may be one, none but a capital or unknown one, … */
type Trust = 'any' | 'telling' | 'passing';

const FRAMES: { words: RegExp; trust: Trust }[] = [
  frame(
    "(?:my|the|full|first|last|her|his) name(?:'s|’s| is|:)|name:|name is|under(?: the name(?: of)?)?|in the name of|on behalf of|call me|i'm called|people call me",
    'any',
  ),
  frame('mein(?:e)? name ist|ich hei(?:ß|ss)e|auf den namen|unter dem namen|name lautet', 'any'),
  frame('(?:اسمي|إسمي|الاسم)(?: هو)?|باسم', 'any'),
  frame(
    "i'm|i’m|i am|im|this is|it's|it’s|it is|its|here is|hier ist|hier spricht|ich bin|أنا|انا|معك",
    'telling',
  ),
  frame('(?:regards|wishes|cheers|thanks|best|sincerely|grüße|grüßen|gruß|تحياتي),?', 'telling'),
];

const MENTIONS: { words: RegExp; trust: Trust }[] = [
  frame(
    'to|from|for|pay|paid|paying|with|by|send|sent|owe|owes|name|mr\\.?|mrs\\.?|ms\\.?|dr\\.?|an|von|für|mit|herrn?|frau|إلى|من|مع',
    'passing',
  ),
];

function frame(words: string, trust: Trust) {
  return { words: new RegExp(`(?<![\\p{L}\\p{N}@])(?:${words})\\s+`, 'giu'), trust };
}

const CAPITAL = /^\p{Lu}/u;
const ARABIC = /^\p{Script=Arabic}/u;
const PARTICLE = /^(?:von|van|de|del|da|di|der|den|la|le|al|el|bin|ibn|zu|y|mc|st\.?|o'|d')$/i;
const POLITE =
  /^(?:(?:yes|sure|ok|okay|hi|hello|hey|ja|gern|hallo|نعم)[,!.]? +)?(?:(?:it'?s|it is|i'?m|i am|my name is|this is|ich bin|ich heiße|mein name ist|das ist|اسمي|أنا) +)?/i;
const LONGEST = 4;
/** Words that are more frequent than this are no names by themselves. */
const COMMON_RANK = 2_500;
const COMMON_AFTER_FIRST = 1_200;
const RARE_RANK = 20_000;

function readName(rest: string, trust: Trust, lexicon: Lexicon): string | null {
  const parts = [...rest.matchAll(/(?<=^|[ ])[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu)];
  const taken: RegExpExecArray[] = [];
  for (const part of parts.slice(0, LONGEST)) {
    const last = taken.at(-1);
    if (part.index !== (last === undefined ? 0 : last.index + last[0].length + 1)) break;
    if (last !== undefined && /[.,]$/.test(last[0]) && last[0].length > 3) break;
    if (!isName(part[0], trust, lexicon, taken.length)) break;
    taken.push(part);
  }
  while (taken.length > 0 && PARTICLE.test(taken.at(-1)?.[0] ?? '')) taken.pop();
  if (trust !== 'any' && taken.length === 1 && !canStandAlone(taken[0]?.[0] ?? '', trust, lexicon))
    return null;
  const last = taken.at(-1);
  if (last === undefined) return null;
  return rest.slice(0, last.index + last[0].length).replace(/['’]s$|[.,'’-]+$/u, '');
}

function isName(part: string, trust: Trust, lexicon: Lexicon, index: number): boolean {
  if (PARTICLE.test(part) && index > 0) return true;
  if (isNoName(part)) return false;
  if (CAPITAL.test(part) || trust === 'any') return true;
  if (ARABIC.test(part)) return index < 2;
  const word = part.toLowerCase().replace(/[.'’-]+$/u, '');
  if (FIRST_NAMES.has(word)) return true;
  const rank = lexicon.rank(word);
  return (
    rank === null ||
    (rank > (index === 0 ? COMMON_RANK : COMMON_AFTER_FIRST) && !/(?:ing|ed|ly|s)$/.test(part))
  );
}

/** "I'm Ken" is a name, "I'm German" and "it's urgent" are not. */
function canStandAlone(part: string, trust: Trust, lexicon: Lexicon): boolean {
  if (ARABIC.test(part)) return false;
  const rank = lexicon.rank(part.toLowerCase());
  if (!CAPITAL.test(part))
    return part.length > 3 && (rank === null || (trust === 'passing' && rank > RARE_RANK));
  return !NATION.test(part);
}

const NATION =
  /(?:ish|ese|ian|ean|isch|lich)$|^(?:German|French|Dutch|Greek|Swiss|American|Mexican|Muslim|Vegan|Vegetarian|Deutsch\p{L}*|Kunde|Kundin|Student\p{L}*|Interested|Urgent)$/u;
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|june|july|august|september|october|november|december)$|^(?:mon|diens|donners|frei|sams|sonn)tag$|^mittwoch$/i;

function isNoName(part: string): boolean {
  const word = part.toLowerCase().replace(/[.,'’]+s?$/u, '');
  return STOP_WORDS.has(word) || CALENDAR.test(word) || NO_NAMES.has(word);
}

/** So frequent as words that their rank does not tell. */
const FIRST_NAMES = new Set(
  `john mary james robert michael david william richard joseph thomas charles daniel paul george peter andrew steven anna
  sarah emma laura lisa julia karen susan linda elizabeth jennifer jessica alexander simon martin kevin brian frank henry
  jack alice jane kate lucy ben sam tom tim jim bob joe adam eric scott ryan jason stephen edward johnson smith jones
  williams brown davis miller wilson taylor anderson jackson martinez lee`.split(/\s+/),
);

const NO_NAMES = new Set(
  `sorry sure late back sad happy unhappy angry interested looking trying calling writing afraid account card order bank
  email mail phone number address company someone somebody anyone nobody customer new old different wrong right correct
  broken urgent nothing kaputt dringend falsch richtig kunde kundin neu free busy`.split(/\s+/),
);
