import { findPeople, readAsName } from '../recognisers/find-people.ts';
import type { Finding } from '../recognisers/finding.ts';
import type { Search } from './search.ts';

/** Names of persons: introduced, in a list with other details, or as the answer to a question. */
export function findNames({ field, heard, situation, wasAsked }: Search): Finding[] {
  const mentioned = MENTIONED.test(field.words);
  const framed = findPeople(heard.rest, situation.lexicon, mentioned);
  const found = framed.length > 0 ? framed : findListed(heard.rest, wasAsked);
  return found.flatMap((finding) => {
    const value = takePart(finding.value, field.words);
    return value === '' ? [] : [{ ...finding, value }];
  });
}

const MENTIONED =
  /\b(?:mentioned|recipient|payee|receiver|beneficiary|attendee|employee|staff|person|contact person|empfänger|mitarbeiter)\b/u;

/** "Ken Adams, ken@…, 415…": a stretch between other details that is a name and nothing else. */
function findListed(rest: string, wasAsked: boolean): Finding[] {
  const stretches = [...rest.matchAll(/[^,;\n•|/]+/gu)];
  const hasDetails = rest.includes('•');
  return stretches
    .flatMap((stretch) => {
      const name = readAsName(stretch[0].replace(/\s[-–—]\s*$/u, ''), wasAsked);
      if (name === null) return [];
      const from = stretch.index + stretch[0].indexOf(name);
      const isListed = hasDetails && /^\p{Lu}/u.test(name) && name.includes(' ');
      return [{ from, to: from + name.length, value: name, ...(isListed ? {} : { isWeak: true }) }];
    })
    .slice(0, 1);
}

function takePart(name: string, words: string): string {
  const parts = name.split(' ');
  if (/\b(?:first|given|vor)(?: |-)?name\b|\bvorname\b/u.test(words)) return parts[0] ?? '';
  if (/\b(?:last|family|sur|nach)(?: |-)?name\b|\bnachname\b/u.test(words))
    return parts.length > 1 ? parts.slice(1).join(' ') : name;
  return name;
}
