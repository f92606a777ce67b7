export type Inline =
  | string
  | { type: 'strong' | 'em' | 'del'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: 'link'; address: string; words: string; children: Inline[] };

/** The text of one paragraph as nodes. Raw HTML is text, and so is whatever is not closed. */
export function parseInline(text: string, depth = 0, insideLink = false): Inline[] {
  const scan: Scan = { text, depth, insideLink, hopeless: new Set() };
  const nodes: Inline[] = [];
  for (let at = 0; at < text.length; ) {
    const rule = RULES[text[at] as string] ?? wordRule;
    const [node, end] = rule(scan, at) ?? [text[at] as string, at + 1];
    const last = nodes.length - 1;
    if (typeof node === 'string' && typeof nodes[last] === 'string') nodes[last] += node;
    else nodes.push(node);
    at = end;
  }
  return nodes;
}

interface Scan {
  text: string;
  depth: number;
  /** A link holds no other link. */
  insideLink: boolean;
  /** Marks without a partner further on: looked for once, so that the time stays linear. */
  hopeless: Set<string>;
}

/** The node that starts here and where it ends; null: the character is just text. */
type Rule = (scan: Scan, at: number) => [Inline, number] | null;

/** Deeper nesting is no message any more: it stays as it was written. */
const MAX_DEPTH = 12;

const AUTOLINK = /<((?:https?:\/\/|mailto:|tel:)[^\s<>]+)>/y;
const BARE_LINK = /(?:https?:\/\/|www\.)[^\s<]*[^\s<?!.,:;*_~'"\])]/y;
const BARE_EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/iy;
const DESTINATION =
  /\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;
const ENTITY = /&(amp|lt|gt|quot|#39|nbsp);/g;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
};
/** How many of a run of marks open an emphasis: what is tried, in order. */
const SIZES: Record<number, number[]> = { 1: [1], 2: [2], 3: [3, 1, 2] };
const LETTER = /[\p{L}\p{N}]/u;

const RULES: Record<string, Rule> = {
  '\\': ({ text }, at) =>
    /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '') ? [text[at + 1] as string, at + 2] : null,
  '\n': (_scan, at) => [{ type: 'break' }, at + 1],
  '`': codeRule,
  '[': (scan, at) => linkRule(scan, at),
  // An image never loads: it is a link to one.
  '!': (scan, at) => (scan.text[at + 1] === '[' ? linkRule(scan, at + 1) : null),
  '<': autolinkRule,
  '*': emphasisRule,
  _: emphasisRule,
  '~': emphasisRule,
  '&'({ text }, at) {
    const found = matchAt(new RegExp(ENTITY, 'y'), text, at);
    return found && [decodeEntities(found[0]), at + found[0].length];
  },
};

function wordRule(scan: Scan, at: number): [Inline, number] {
  const { text, insideLink } = scan;
  if (!insideLink && !/[\w.+-]/.test(text[at - 1] ?? '')) {
    const link = matchAt(BARE_LINK, text, at);
    if (link) {
      // A closing bracket belongs to the address when it closes one of its own.
      const open = link[0].split('(').length - link[0].split(')').length;
      const words = open > 0 && text[at + link[0].length] === ')' ? `${link[0]})` : link[0];
      return [
        toLink(words.startsWith('www.') ? `https://${words}` : words, words, [words]),
        at + words.length,
      ];
    }
    const email = matchAt(BARE_EMAIL, text, at);
    if (email) return [toLink(`mailto:${email[0]}`, email[0], [email[0]]), at + email[0].length];
  }
  const word = matchAt(/\w+|[^\w\\\n`[!<*_~&]+/y, text, at)?.[0] ?? (text[at] as string);
  return [word, at + word.length];
}

function codeRule({ text, hopeless }: Scan, at: number): [Inline, number] {
  const fence = runAt(text, at);
  const start = at + fence.length;
  const end = hopeless.has(fence) ? -1 : findCodeEnd(text, start, fence);
  if (end < 0) {
    hopeless.add(fence);
    return [fence, start];
  }
  const code = text.slice(start, end).replace(/\n/g, ' ');
  return [{ type: 'code', text: code.replace(/^ (.*\S.*) $/, '$1') }, end + fence.length];
}

function linkRule(scan: Scan, at: number): [Inline, number] | null {
  const { text, depth, insideLink, hopeless } = scan;
  if (insideLink || depth > MAX_DEPTH || hopeless.has('[')) return null;
  const close = findBracketEnd(text, at);
  if (close < 0) {
    hopeless.add('[');
    return null;
  }
  const destination = matchAt(DESTINATION, text, close + 1);
  if (!destination) return null;
  const words = text.slice(at + 1, close);
  const address = decodeEntities(destination[1] ?? destination[2] ?? '').replace(/\\(\W)/g, '$1');
  const shown = text[at - 1] === '!' && words === '' ? [address] : parseInline(words, depth + 1, true);
  return [toLink(address, words, shown), close + 1 + destination[0].length];
}

function autolinkRule({ text, insideLink }: Scan, at: number): [Inline, number] | null {
  const found = insideLink ? null : matchAt(AUTOLINK, text, at);
  const address = found?.[1];
  return found && address ? [toLink(address, address, [address]), at + found[0].length] : null;
}

function emphasisRule(scan: Scan, at: number): [Inline, number] {
  const { text, depth, insideLink, hopeless } = scan;
  const run = runAt(text, at);
  const mark = run[0] as string;
  const usable = depth <= MAX_DEPTH && canOpen(text, at, run) && (mark !== '~' || run.length === 2);
  for (const size of (usable && SIZES[run.length]) || []) {
    const key = mark + size;
    const end = hopeless.has(key) ? -1 : findEmphasisEnd(text, at + run.length, mark, size);
    if (end < 0) {
      hopeless.add(key);
      continue;
    }
    const children = parseInline(text.slice(at + size, end), depth + 1, insideLink);
    return [toEmphasis(mark, size, children), end + size];
  }
  return [run, at + run.length];
}

function toEmphasis(mark: string, size: number, children: Inline[]): Inline {
  if (mark === '~') return { type: 'del', children };
  if (size === 3) return { type: 'em', children: [{ type: 'strong', children }] };
  return { type: size === 2 ? 'strong' : 'em', children };
}

/** Where the closing marks of an emphasis start. Inner ones of the same size are stepped over. */
function findEmphasisEnd(text: string, from: number, mark: string, size: number): number {
  let inner = 0;
  for (let at = from; at < text.length; ) {
    const character = text[at] as string;
    if (character === '\\') at += 2;
    else if (character === '`') {
      const fence = runAt(text, at);
      const end = findCodeEnd(text, at + fence.length, fence);
      at = (end < 0 ? at : end) + fence.length;
    } else if (character === mark) {
      const run = runAt(text, at);
      const fits = run.length === size || run.length > 2;
      if (fits && canClose(text, at, run)) {
        if (inner === 0) return at + run.length - size;
        inner -= 1;
      } else if (fits && canOpen(text, at, run)) inner += 1;
      at += run.length;
    } else at += 1;
  }
  return -1;
}

function canOpen(text: string, at: number, run: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + run.length] ?? ' ';
  if (/\s/.test(after) || (run[0] === '_' && LETTER.test(before))) return false;
  return LETTER.test(after) || !LETTER.test(before);
}

function canClose(text: string, at: number, run: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + run.length] ?? ' ';
  if (/\s/.test(before) || (run[0] === '_' && LETTER.test(after))) return false;
  return LETTER.test(before) || !LETTER.test(after);
}

function findCodeEnd(text: string, from: number, fence: string): number {
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    const run = runAt(text, at);
    if (run === fence) return at;
    at += run.length;
  }
  return -1;
}

function findBracketEnd(text: string, from: number): number {
  let inner = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inner += 1;
    else if (text[at] === ']') {
      inner -= 1;
      if (inner === 0) return at;
    }
  }
  return -1;
}

/** The same character, as often as it stands here in a row. */
function runAt(text: string, at: number): string {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return text.slice(at, end);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole);
}

function toLink(address: string, words: string, children: Inline[]): Inline {
  return { type: 'link', address, words, children };
}
