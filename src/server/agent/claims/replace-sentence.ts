interface FalseSentence {
  sentence: string;
  /** How many of its characters are on the screen already: never any of the claim itself. */
  shown: number;
  /** What to say instead; empty: nothing. */
  honest: string;
  /** The last character on the screen. */
  lastShown: string;
}

/** What takes the place of a sentence, so that the text around it still reads and its markup still closes. */
export function replaceSentence({ sentence, shown, honest, lastShown }: FalseSentence): string {
  const tail = /\s*$/.exec(sentence)?.[0] ?? '';
  if (shown > 0) return `${/\s$/.test(lastShown) ? '' : ' '}…${honest && ` ${honest}`}${tail}`;
  const lead = /^\s*(?:(?:[-*+•>]|#{1,6}|\d{1,2}[.)])\s+)*/.exec(sentence)?.[0] ?? '';
  const open = openMark(sentence.slice(lead.length));
  if (honest === '') return open + (tail.includes('\n') && lastShown !== '\n' ? tail : '');
  const startsOpen = sentence.slice(lead.length).startsWith(open);
  return startsOpen ? lead + open + honest + tail : lead + honest + open + tail;
}

/** The emphasis that begins or ends in this sentence while its other half lies in another one. */
function openMark(text: string): string {
  return ['**', '__'].find((mark) => text.split(mark).length % 2 === 0) ?? '';
}
