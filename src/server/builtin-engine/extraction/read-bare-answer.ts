/** The text is this value and nothing else but politeness: "it's 1042, thanks". */
export function isBareAnswer(text: string, { from, to }: { from: number; to: number }): boolean {
  return stripPolite(`${text.slice(0, from)} ${text.slice(to)}`) === '';
}

/** An answer without what is said around it: "sure, it's Berlin please" → "Berlin". */
export function readBareAnswer(text: string): string {
  const answer = text
    .replace(/^[\s,;.]+/, '')
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .replace(/[\s,;]+$/, '');
  return stripPolite(answer) === '' ? '' : answer;
}

const WORDS =
  "yes|yeah|sure|ok|okay|well|hi|hello|hey|so|um|uh|the|a|an|it's|its|it is|that's|that is|that would be|i think|my|number|no\\.?|is|please|pls|thanks|thank you|here you go|here it is|here|of course|i guess|for|of them|them|to|at|on|around|about|ja|klar|gern|gerne|also|das ist|es ist|die|der|das|meine|nummer|ist|bitte|danke|um|am|mit|für|نعم|هو|هي|رقم|من فضلك|شكرا";
const SMALL =
  "yes|yeah|sure|ok|okay|well|hi|hello|hey|so|um|uh|it's|its|it is|that's|that is|that would be|i think|of course|please|here you go|here it is|ja|klar|gern|gerne|also|das ist|es ist|bitte|نعم|هو|هي|من فضلك";
const LEADING = new RegExp(`^(?:(?:${SMALL})(?![\\p{L}\\p{N}])[\\s,:.!-]*)+(?=\\S)`, 'iu');
const TRAILING = /(?:[\s,]+(?:please|pls|thanks|thank you|bitte|danke|من فضلك|شكرا))*[\s.!]*$/iu;
const ALL = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})(?![\\p{L}\\p{N}])|[\\p{P}\\p{S}\\s]`, 'giu');

function stripPolite(text: string): string {
  return text.replace(ALL, '');
}
