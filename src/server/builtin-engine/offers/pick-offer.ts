import type { OfferedTool } from '../dialogue/read-prompt.ts';
import { coverage } from '../language/reading.ts';
import type { Router } from '../routing/router.ts';

/** Which of several offers the visitor picks: "the second one", "the quote, please"; null: none of them. */
export function pickOffer(text: string, offered: OfferedTool[], router: Router): OfferedTool | null {
  const said = text.normalize('NFKC').toLowerCase();
  const at = ORDINALS.findIndex((ordinal) => ordinal.test(said));
  if (at >= 0) return (at === LAST ? offered.at(-1) : offered[at]) ?? null;
  const { words } = router.read(text);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const named = offered.filter(({ label }) => coverage(words, router.read(label).words) >= NAMES_IT);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Longer answers say more than which. */
const MOST_WORDS = 3;
const NAMES_IT = 0.6;
const LAST = 3;

/** The last of them is "the last one". */
const ORDINALS = [
  'first|1st|1|one|former|erste[nrs]?|eins|الأول|الأولى|الاول',
  'second|2nd|2|two|latter|other|zweite[nrs]?|zwei|andere[nrs]?|الثاني|الثانية',
  'third|3rd|3|three|dritte[nrs]?|drei|الثالث|الثالثة',
  'last|letzte[nrs]?|الأخير',
].map(
  (words) =>
    new RegExp(
      `^(?:(?:yes|yeah|ok|okay|please|i|would|like|want|take|i'll|i'd|the|number|option|no\\.?|ja|bitte|ich|nehme|möchte|gern|das|die|den|der|nummer|نعم|أريد)[\\s,]+)*(?:${words})(?:[\\s,]+(?:one|option|please|bitte|thanks|danke))*[\\s\\p{P}]*$`,
      'u',
    ),
);
