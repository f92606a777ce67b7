import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type ComponentChild, type ComponentChildren, Fragment, isValidElement } from 'preact';
import { describe, expect, it } from 'vitest';
import { hostToShow, safeLink } from '../../../markdown/safe-link.ts';
import { renderMarkdown } from './render-markdown.tsx';

interface XssRow {
  id: string;
  surface: string;
  payload: string;
  links?: string[] | null;
}

const rows = readFileSync(new URL('../../../../tests/data/widget-xss.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as XssRow)
  .filter(({ surface }) => surface.startsWith('message_'));

describe('what everyday answers look like', () => {
  it.each([
    ['plain words', 'Hello there', '<p>Hello there</p>'],
    ['lines and paragraphs', 'one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
    [
      'emphasis',
      'a *b* **c** ***d*** _e_ __f__ ~~g~~',
      '<p>a <em>b</em> <strong>c</strong> <em><strong>d</strong></em> <em>e</em> <strong>f</strong> <del>g</del></p>',
    ],
    [
      'emphasis inside emphasis',
      '**a *b* c** *d **e***',
      '<p><strong>a <em>b</em> c</strong> <em>d <strong>e</strong></em></p>',
    ],
    ['names with underscores and sums', 'snake_case_word, 2 * 3 * 4', '<p>snake_case_word, 2 * 3 * 4</p>'],
    ['what is not closed', 'a **b and `c', '<p>a **b and `c</p>'],
    ['escapes', '\\*no\\* \\[x\\]', '<p>*no* [x]</p>'],
    ['code', '`a*b*` and ``x ` y``', '<p><code>a*b*</code> and <code>x ` y</code></p>'],
    ['a fence', '```js\nlet a = "<b>";\n```\nafter', '<pre><code>let a = "<b>";</code></pre><p>after</p>'],
    ['a fence that is still coming in', '```\nlet a', '<pre><code>let a</code></pre>'],
    ['a heading', '## Sizes ##\ntext', '<p><strong>Sizes</strong></p><p>text</p>'],
    ['a list after a line', 'Hours:\n- Mon\n- Tue', '<p>Hours:</p><ul><li>Mon</li><li>Tue</li></ul>'],
    ['a list with a start', '3. three\n4. four', '<ol start="3"><li>three</li><li>four</li></ol>'],
    [
      'nested lists',
      '1. one\n2. two\n  - a\n  - b\n3. three',
      '<ol start="1"><li>one</li><li>two<ul><li>a</li><li>b</li></ul></li><li>three</li></ol>',
    ],
    ['a list with paragraphs', '- a\n\n  b\n- c', '<ul><li>a<p>b</p></li><li>c</li></ul>'],
    ['a year at the start of a line', 'It was\n1984. A good year', '<p>It was<br>1984. A good year</p>'],
    ['a quote', '> a\n> b', '<blockquote><p>a<br>b</p></blockquote>'],
    ['a rule', 'a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    [
      'a table',
      '| S | C |\n|---|:-:|\n| M | 96 \\| 98 |\n| L |',
      '<table><thead><tr><th>S</th><th>C</th></tr></thead><tbody><tr><td>M</td><td>96 | 98</td></tr><tr><td>L</td><td></td></tr></tbody></table>',
    ],
    ['a link', '[docs](https://d.example/a_(b) "t").', '<p><a https://d.example/a_(b)>docs</a>.</p>'],
    [
      'bare addresses',
      'See https://a.example/x?y=1. (www.b.example) or a.b@c.example!',
      '<p>See <a https://a.example/x?y=1>https://a.example/x?y=1</a>. (<a https://www.b.example/>www.b.example</a>) or <a mailto:a.b@c.example>a.b@c.example</a>!</p>',
    ],
    [
      'an address with brackets',
      'https://a.example/A_(b) x',
      '<p><a https://a.example/A_(b)>https://a.example/A_(b)</a> x</p>',
    ],
    [
      'an address in angle brackets',
      '<https://a.example>',
      '<p><a https://a.example/>https://a.example</a></p>',
    ],
    ['entities that models write', 'AT&amp;T &lt;3 &copy;', '<p>AT&T <3 &copy;</p>'],
    ['raw HTML', '<b onclick=x>hi</b>', '<p><b onclick=x>hi</b></p>'],
    ['an image', '![A jacket](https://a.example/j.png)', '<p><a https://a.example/j.png>A jacket</a></p>'],
    ['Arabic', 'طلبك **جاهز**', '<p>طلبك <strong>جاهز</strong></p>'],
  ])('%s', (_name, text, expected) => {
    expect(write(renderMarkdown(text))).toBe(expected);
  });
});

describe('nothing in a text can do harm', () => {
  it.each(rows)('$id: $payload', ({ payload, links }) => {
    const { tags, addresses } = audit(renderMarkdown(payload));
    expect(tags.filter((tag) => !ALLOWED.has(tag))).toEqual([]);
    expect(addresses.filter((address) => !/^(https?:\/\/|mailto:|tel:)/.test(address))).toEqual([]);
    if (links) expect(addresses).toEqual(links);
  });

  it('whatever is written, only known elements and safe addresses come out, and soon', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '[',
        '](',
        ')',
        '![',
        '<',
        '>',
        '`',
        '```\n',
        '*',
        '**',
        '_',
        '~~',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '|',
        '\n|-|\n',
        '\\',
        '&lt;',
        'javascript:',
        'https://a.b',
        'data:text/html,x',
        '<img src=x onerror=alert(1)>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { tags, addresses } = audit(renderMarkdown(pieces.join('')));
        return (
          tags.every((tag) => ALLOWED.has(tag)) &&
          addresses.every((address) => /^(https?:\/\/|mailto:|tel:)/.test(address))
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '*a ',
    '[',
    '![](',
    '`',
    '_a',
    '**a',
    '> ',
    '- ',
    '<',
    'a.',
    '|',
    '~~',
    '[a](',
    '1. ',
    '***a ',
    '\\',
  ])('a flood of %j takes no more time than its length', (piece) => {
    const start = performance.now();
    write(renderMarkdown(piece.repeat(20_000 / piece.length)));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('links', () => {
  it.each([
    '//a.b',
    '/pricing',
    'https:a.b',
    'http://u:p@a.b',
    'https://a.b/\u202egpj',
    'https://a .b',
    'ftp://a.b',
    'JaVaScRiPt:alert(1)',
    'https://',
  ])('%s leads nowhere', (address) => expect(safeLink(address)).toBeNull());

  it.each([
    ['https://bank.example', 'https://evil.example/x', 'evil.example'],
    ['bank.example', 'https://evil.example', 'evil.example'],
    ['see Bank.Example now', 'https://bank.example/a', null],
    ['here', 'https://evil.example', null],
    ['me@bank.example', 'mailto:me@evil.example', 'me@evil.example'],
    ['me@bank.example', 'mailto:me@bank.example', null],
    ['bank.example@evil.example', 'https://evil.example', 'evil.example'],
  ])('"%s" to %s shows %s', (words, address, shown) => {
    expect(hostToShow(words, new URL(address))).toBe(shown);
  });
});

const ALLOWED = new Set(
  'p br strong em del code pre a ul ol li blockquote hr div table thead tbody tr th td'.split(' '),
);

/** The nodes as a short text: attributes only where they matter. */
function write(children: ComponentChildren): string {
  return flatten(children)
    .map((node) => {
      if (!isValidElement(node)) return String(node);
      const { type } = node;
      const props = node.props as { children?: ComponentChildren; href?: string; start?: number };
      const inner = write(props.children);
      if (type === Fragment || type === 'div') return inner;
      if (type === 'br' || type === 'hr') return `<${type}>`;
      const attribute = props.href ? ` ${props.href}` : props.start ? ` start="${props.start}"` : '';
      return `<${String(type)}${attribute}>${inner}</${String(type)}>`;
    })
    .join('');
}

function audit(children: ComponentChildren): { tags: string[]; addresses: string[] } {
  const found = { tags: [] as string[], addresses: [] as string[] };
  for (const node of flatten(children)) {
    if (!isValidElement(node)) continue;
    const props = node.props as Record<string, unknown>;
    if (node.type !== Fragment) found.tags.push(String(node.type));
    if ('href' in props) found.addresses.push(String(props.href));
    expect(Object.keys(props).filter((name) => /^on|^src$|^style$|dangerously/i.test(name))).toEqual([]);
    const inner = audit(props.children as ComponentChildren);
    found.tags.push(...inner.tags);
    found.addresses.push(...inner.addresses);
  }
  return found;
}

function flatten(children: ComponentChildren): ComponentChild[] {
  const list = Array.isArray(children)
    ? (children as ComponentChildren[]).flatMap(flatten)
    : [children as ComponentChild];
  return list.filter((child) => child !== null && child !== undefined && child !== false && child !== true);
}
