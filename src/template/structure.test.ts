import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../../tests/harness/rounds.ts';
import { requestInputSchema, requestTemplateSchema } from '../contract/http/request.ts';
import { type BuiltRequest, compileRequest } from './compile-request.ts';
import { TemplateError } from './template-error.ts';

const inputs = [
  { name: 'text' },
  { name: 'more' },
  { name: 'number', type: 'number' },
  { name: 'list', type: 'array' },
  { name: 'object', type: 'object' },
].map((input) => requestInputSchema.parse(input));

/** Placeholders in every place there is, next to whatever may be mistaken for a part of them. */
const places = {
  method: 'POST',
  url: 'https://api.example.com/a/.{{text}}/%{{more}}/{{text}}{{more}}/x?p={{text}}&q=%2{{more}}-{{text}}&r={{number}}',
  query: [
    { name: 's', value: '{{text}}={{secrets.KEY}}' },
    { name: 't', value: '{{text}}{{more}}' },
  ],
  headers: [
    { name: 'X-Text', value: 'v={{text}}; w="{{more}}"' },
    { name: 'Authorization', value: 'Bearer {{secrets.KEY}}' },
  ],
};
const json = `{"a":"{{text}}","b":{{more}},"c":"x{{text}}\\"{{more}}","d":[{{number}},"{{object}}",{"e":{{list}}}],"f":"{{object.name?}}{{list}} \\\\{{text}}","g":1.0}`;
const form = [
  { name: 'a', value: '{{text}}' },
  { name: 'b', value: 'x={{more}}&{{number}}' },
];
const compileWith = (body: object, headers = places.headers) =>
  compileRequest(requestTemplateSchema.parse({ ...places, headers, body }), inputs);
const asJson = compileWith({ type: 'json', value: json });
const asForm = compileWith({ type: 'form', value: form });
const withoutHeaders = compileWith({ type: 'json', value: json }, []);

/** What people have broken out of templates with. */
const nasty = fc.constantFrom(
  ...[
    '.',
    '..',
    '/',
    '\\',
    '%2e%2e',
    '%2F',
    '2e',
    '%',
    '?',
    '#',
    '&',
    '=',
    '@',
    ':',
    '//',
    ' ',
    '+',
    '"',
    "'",
  ],
  ...[
    '\r\n',
    '\n',
    '\t',
    '\0',
    '{{text}}',
    '{{secrets.KEY}}',
    '\\{{',
    '}}',
    '{',
    '}',
    '[',
    ']',
    ',',
    '</a>',
    ']]>',
  ],
  ...[
    '__proto__',
    'constructor',
    '\ud800',
    '\udc00',
    '\u202e',
    '\uff0f',
    '\u010a',
    '\u2028',
    '\ufeff',
    '•••',
    '💥',
    '$&',
    '$1',
  ],
);
const word = fc.oneof(nasty, fc.string({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 4 }));
const text = fc.oneof(
  word,
  fc.array(word, { maxLength: 5 }).map((words) => words.join('')),
  fc.double().map(String),
);
const values = fc.record(
  {
    text,
    more: text,
    number: fc.oneof(
      { weight: 9, arbitrary: fc.double({ noNaN: true, min: -9e15, max: 9e15 }) },
      fc.double(),
      text,
    ),
    list: fc.array(fc.oneof(text, fc.integer()), { maxLength: 3 }),
    object: fc.oneof({ weight: 9, arbitrary: fc.dictionary(word, text, { maxKeys: 3 }) }, fc.jsonValue()),
  },
  { requiredKeys: ['text', 'more', 'list', 'object', 'number'] },
);

it('no value changes the structure of a request', { timeout: rounds(20_000, 600_000) }, () => {
  const plain = { text: 'x', more: 'y', number: 1, list: [], object: {} };
  const shapes = new Map(
    [asJson, asForm, withoutHeaders].map((request) => [request, shapeOf(request.expand(plain, secretOf))]),
  );
  let sent = 0;
  fc.assert(
    fc.property(values, fc.constantFrom(asJson, asForm, withoutHeaders), (given, request) => {
      let built: BuiltRequest;
      try {
        built = request.expand(given, secretOf);
      } catch (error) {
        // A value that cannot be sent is refused, and nothing else goes wrong.
        if (error instanceof TemplateError) return;
        throw error;
      }
      sent += 1;
      const shape = shapeOf(built);
      if (JSON.stringify(shape) !== JSON.stringify(shapes.get(request)))
        expect(shape).toEqual(shapes.get(request));
    }),
    { numRuns: rounds(20_000, 1_000_000) },
  );
  // The property says nothing about what is refused, so much has to go through.
  expect(sent).toBeGreaterThan(rounds(20_000, 1_000_000) / 4);
});

function secretOf(): string {
  return 'k&e=y/#';
}

/** What another program makes of the request, without the values. */
function shapeOf({ method, url, headers, body, secretHeaders }: BuiltRequest) {
  const { origin, pathname, searchParams, hash, href } = new URL(url);
  const type = new Headers(headers).get('content-type');
  return {
    method,
    origin,
    isWhole: href === url,
    hash,
    // Servers decode segments once.
    segments: pathname.split('/').map((segment) => /^(|\.|\.\.)$/.test(decodeURIComponent(segment))),
    query: [...searchParams.keys()],
    headers: headers.map(([name]) => name),
    lines: headers.every(([, value]) => /^[\t\x20-\x7e]*$/.test(value)),
    secretHeaders,
    body:
      type === 'application/json'
        ? shapeOfJson(JSON.parse(body ?? ''))
        : [...new URLSearchParams(body ?? '').keys()],
  };
}

/** Values that are whole lists or objects have the shape that they have. */
function shapeOfJson(value: unknown, key = ''): unknown {
  if (key === 'e') return Array.isArray(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === 1 ? typeof item : shapeOfJson(item)));
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.entries(value).map(([name, item]) => [name, shapeOfJson(item, name)]);
}
