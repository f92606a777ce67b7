/** From here on a paragraph is cut between two sentences, so that what is found is short enough to be said. */
const PARAGRAPH_MAX_CHARS = 1_200;

export interface TextPart {
  /** Of the section that it stands in. */
  heading: string | null;
  text: string;
}

/** The paragraphs of a text, each with the heading above it. A paragraph that ends with a colon goes with the next one. */
export function splitText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let heading: string | null = null;
  let opening = '';
  const close = () => {
    if (opening !== '') parts.push({ heading, text: opening });
    opening = '';
  };
  for (const block of text.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/)) {
    for (const piece of block.split(/^(?=#{1,6}[ \t])|(?<=^#{1,6}[ \t][^\n]*)\n/m)) {
      const words = piece.trim();
      const named = words.match(/^#{1,6}[ \t]+([^\n]+)$/)?.[1];
      if (named) {
        close();
        heading = named.trim().slice(0, 500);
      } else if (words !== '') {
        const whole = opening === '' ? words : `${opening}\n${words}`;
        opening = words.endsWith(':') ? whole : '';
        if (opening === '') for (const part of cutAtSentences(whole)) parts.push({ heading, text: part });
      }
    }
  }
  close();
  return parts.length > 0 || heading === null ? parts : [{ heading: null, text: heading }];
}

function cutAtSentences(paragraph: string): string[] {
  if (paragraph.length <= PARAGRAPH_MAX_CHARS) return [paragraph];
  const cut: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(paragraph)) {
    if (part !== '' && part.length + segment.length > PARAGRAPH_MAX_CHARS) {
      cut.push(part.trim());
      part = '';
    }
    part += segment;
  }
  return [...cut, part.trim()].flatMap(cutAnywhere);
}

/** What has no sentences, such as a list without stops. */
function cutAnywhere(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += PARAGRAPH_MAX_CHARS)
    parts.push(text.slice(start, start + PARAGRAPH_MAX_CHARS).toWellFormed());
  return parts;
}
