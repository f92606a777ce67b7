import type { Finding } from './finding.ts';

/** Cities and countries as they are spoken of: "in Berlin", "the city is Bad Tölz". */
export function findPlaces(text: string): Finding[] {
  return [...text.matchAll(PLACE)].map((match) => {
    const value = (match.groups?.place ?? '').trim();
    const from = match.index + match[0].length - (match.groups?.place ?? '').length;
    return {
      from,
      to: from + value.length,
      value,
      isWeak: /^(?:from|to|at|von)$/i.test(match.groups?.cue ?? ''),
    };
  });
}

/** Street addresses, with what belongs to them; or what follows "my address is". */
export function findAddresses(text: string): Finding[] {
  return ADDRESSES.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => {
    const said = match.groups?.address ?? match[0];
    const value = said
      .trim()
      .replace(/(?:[\s,]+(?:instead|please|thanks|thank you|bitte|danke))*[.,;!]*$/i, '');
    if (!/\d/.test(value)) return [];
    const from = match.index + match[0].length - said.length;
    return [{ from, to: from + value.length, value }];
  });
}

const PLACE =
  /(?<!\p{L})(?<cue>(?:live|based|located|wohne) in|(?:city|town|country|location|stadt|ort|land)(?: is|:| ist)|in|from|to|at|near|nach|aus|von|bei|في|إلى|من)\s+(?<place>\p{Lu}[\p{L}'-]+(?: (?:am|an|der|upon|on|de|la|le)(?= \p{Lu}))?(?: \p{Lu}[\p{L}'-]+){0,2}|\p{Script=Arabic}+)/gu;

const ADDRESSES = [
  /(?<!\p{L})(?:address|adresse|anschrift|lieferadresse|العنوان|عنواني)(?: (?:is|to|of|ist|lautet|auf|zu|هو))?:?\s+(?<address>[^\n;!?]{5,200})/giu,
  /(?<![\p{L}\p{N}])(?<address>\d{1,5}\p{L}? (?:\p{Lu}[\p{L}'.-]*\s){0,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|square|court|place)\b\.?(?:,? [\p{Lu}\d][\p{L}\p{N}'-]*){0,6})/giu,
  /(?<![\p{L}\p{N}])(?<address>[\p{Lu}][\p{L}.-]*(?: \p{L}+){0,2}?(?:straße|strasse|str\.?|weg|platz|allee|gasse|ring|damm|ufer) \d{1,4}\p{L}?(?:,? (?:\d{4,5} )?\p{Lu}\p{L}+){0,3})/gu,
  // "Bryggen 5, 5003 Bergen": what has a house number, a postcode and a town is an address, whatever the street is called.
  /(?<![\p{L}\p{N}])(?<address>\p{Lu}[\p{L}'.-]*(?: \p{L}+){0,3} \d{1,4}\p{L}?, ?\d{4,5} \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})/gu,
  /(?:deliver|ship|send|sent|change|move|liefern|schicken|senden)(?:ed)?(?: \p{L}+){0,4} (?:to|an|nach):? (?<address>\d{1,5}\p{L}? [^\n;!?]{4,150})/giu,
];
