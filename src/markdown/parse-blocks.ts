export type Block =
  | { type: 'paragraph' | 'heading' | 'code'; text: string }
  | { type: 'rule' }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'list'; start: number | null; items: Block[][] }
  | { type: 'table'; head: string[]; rows: string[][] };

/** The blocks of a message. An open code fence reaches to the end: that is how it looks while it streams in. */
export function parseBlocks(text: string, depth = 0): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if (!lines[at]?.trim()) {
      at += 1;
      continue;
    }
    const [block, end] = depth > MAX_DEPTH ? readParagraph(lines, at) : readBlock(lines, at, depth);
    blocks.push(block);
    at = end;
  }
  return blocks;
}

type Read = [Block, number];

const MAX_DEPTH = 8;
const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( *)([-*+]|(\d{1,9})[.)])( +|$)/;
/** As `ITEM`, where it may end a paragraph: a year at the start of a line begins no list. */
const STARTING_ITEM = /^ {0,3}(?:[-*+]|1[.)]) +\S/;
const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

function readBlock(lines: string[], at: number, depth: number): Read {
  const line = lines[at] as string;
  if (FENCE.test(line)) return readFence(lines, at);
  const heading = HEADING.exec(line);
  if (heading) return [{ type: 'heading', text: heading[1] ?? '' }, at + 1];
  if (RULE.test(line)) return [{ type: 'rule' }, at + 1];
  if (QUOTE.test(line)) return readQuote(lines, at, depth);
  if (ITEM.test(line)) return readList(lines, at, depth);
  if (isTable(lines, at)) return readTable(lines, at);
  return readParagraph(lines, at);
}

function readFence(lines: string[], at: number): Read {
  const fence = FENCE.exec(lines[at] as string)?.[1] as string;
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}\\s*$`);
  let end = at + 1;
  while (end < lines.length && !closing.test(lines[end] as string)) end += 1;
  return [{ type: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function readQuote(lines: string[], at: number, depth: number): Read {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] as string)) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return [{ type: 'quote', blocks: parseBlocks(inner.join('\n'), depth + 1) }, end];
}

function readList(lines: string[], from: number, depth: number): Read {
  const first = ITEM.exec(lines[from] as string) as RegExpExecArray;
  const kind = kindOf(first);
  const items: string[][] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const indent = line.length - line.trimStart().length;
    const item = RULE.test(line) ? null : ITEM.exec(line);
    const current = items.at(-1);
    // Models indent by two, whatever the width of the marker.
    if (item && indent < (first[1] as string).length + 2) {
      if (kindOf(item) !== kind) break;
      items.push([line.slice(item[0].length)]);
    } else if (!line.trim()) current?.push('');
    else if (indent >= 2) current?.push(line.slice(Math.min(indent, first[0].length || 2)));
    else if (lines[at - 1]?.trim() && !startsBlock(lines, at)) current?.push(line);
    else break;
  }
  return [
    {
      type: 'list',
      start: first[3] === undefined ? null : Number(first[3]),
      items: items.map((item) => parseBlocks(item.join('\n'), depth + 1)),
    },
    at,
  ];
}

/** A list goes on while its marker stays the same: `-`, `*`, `+`, `1.` or `1)`. */
function kindOf(item: RegExpExecArray): string {
  return (item[2] as string).replace(/\d+/, '');
}

function isTable(lines: string[], at: number): boolean {
  const next = lines[at + 1] ?? '';
  return /\|/.test(lines[at] as string) && /\|/.test(next) && DELIMITERS.test(next);
}

function readTable(lines: string[], at: number): Read {
  const head = splitRow(lines[at] as string);
  let end = at + 2;
  while (end < lines.length && /\|/.test(lines[end] as string)) end += 1;
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = splitRow(line);
    return head.map((_, column) => cells[column] ?? '');
  });
  return [{ type: 'table', head, rows }, end];
}

function splitRow(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function readParagraph(lines: string[], at: number): Read {
  let end = at + 1;
  while (end < lines.length && lines[end]?.trim() && !startsBlock(lines, end)) end += 1;
  const text = lines.slice(at, end).map((line) => line.trim());
  return [{ type: 'paragraph', text: text.join('\n') }, end];
}

function startsBlock(lines: string[], at: number): boolean {
  const line = lines[at] as string;
  return [FENCE, HEADING, RULE, QUOTE, STARTING_ITEM].some((start) => start.test(line)) || isTable(lines, at);
}
