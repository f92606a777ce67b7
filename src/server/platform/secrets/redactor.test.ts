import { describe, expect, it } from 'vitest';
import { createRedactor } from './redactor.ts';

const VALUES = [
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'p@ss "wörd"/&<b>\'\\ +1',
  '-----BEGIN KEY-----\nMIIE/+9=\n',
];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const FORMS: Record<string, (value: string) => string> = {
  'as it is': (value) => value,
  'behind Bearer': (value) => `Bearer ${value}`,
  'in JSON': (value) => JSON.stringify({ value }),
  'in JSON inside JSON': (value) => JSON.stringify({ body: JSON.stringify({ value }) }),
  'in the JSON of PHP': (value) =>
    JSON.stringify({ value }).replaceAll('/', '\\/').replaceAll('ö', '\\u00f6'),
  'in HTML': (value) =>
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'in a query': (value) => `https://api.example.com/?${new URLSearchParams({ key: value })}`,
  'in a query that was written by hand': (value) =>
    `https://api.example.com/?key=${encodeURIComponent(value)}&a=1`,
  'in a query with small letters': (value) =>
    encodeURIComponent(value).replace(/%../g, (sign) => sign.toLowerCase()),
  'as base64': base64,
  'as base64url': (value) => Buffer.from(value).toString('base64url'),
  'as base64 in a query': (value) => encodeURIComponent(base64(value)),
  'as hex': (value) => Buffer.from(value).toString('hex'),
  'as a password': (value) => `Basic ${base64(`user:${value}`)}`,
  'as a password of me': (value) => `Basic ${base64(`me:${value}`)}`,
  'as a user without a password': (value) => `Basic ${base64(`${value}:`)}`,
  'as a part of base64url': (value) => Buffer.from(`{"key":${value}}`).toString('base64url'),
};

describe.each(VALUES)('a known value %j', (value) => {
  const redactor = createRedactor();
  redactor.add(value);

  it.each(Object.entries(FORMS))('is not found %s', (_, form) => {
    const text = `before ${form(value)} after`;
    const clean = redactor.redact(text);
    expect(clean).toContain('•••');
    expect(clean).toMatch(/^before .* after$/s);
    for (const secret of [value, base64(value), base64(value).replace(/=+$/, ''), encodeURIComponent(value)])
      expect(clean).not.toContain(secret);
    const inside = Buffer.from(/(\S+) after$/.exec(clean)?.[1] ?? '', 'base64').toString();
    expect(inside).not.toContain(value);
  });
});

describe('a JSON value', () => {
  const redactor = createRedactor();
  redactor.add('hunter22');
  redactor.add('48291375');

  it('is cleaned in texts, keys and whole numbers, and keeps its shape', () => {
    const value = {
      a: ['x hunter22 y', 7, null, true],
      hunter22: { id: 48291375, at: 1748291375000, no: -0.5 },
    };
    expect(redactor.redactJson(value)).toEqual({
      a: ['x ••• y', 7, null, true],
      '•••': { id: '•••', at: 1748291375000, no: -0.5 },
    });
  });

  it('without a secret stays equal, and what is no JSON is left alone', () => {
    const when = new Date(0);
    expect(redactor.redactJson({ when, missing: undefined })).toEqual({ when, missing: undefined });
  });
});

it('a value that contains another goes as a whole, whichever came first', () => {
  for (const order of [
    ['secret-one', 'secret-one-and-more'],
    ['secret-one-and-more', 'secret-one'],
  ]) {
    const redactor = createRedactor();
    for (const value of order) redactor.add(value);
    expect(redactor.redact('secret-one-and-more, secret-one')).toBe('•••, •••');
  }
});

it('values of fewer than six characters, which stand in every text, are left alone', () => {
  const redactor = createRedactor();
  redactor.add('a');
  redactor.add('12345');
  expect(redactor.redact('a 12345')).toBe('a 12345');
});

it('the values used last stay known, and those of the start, however many come by', () => {
  const redactor = createRedactor();
  redactor.keep('the-master-key');
  redactor.add('the-first-one');
  for (let count = 0; count < 1_500; count++) {
    redactor.add(`value-number-${count}`);
    if (count % 500 === 0) redactor.add('the-first-one');
  }
  expect(redactor.redact('the-master-key, the-first-one, value-number-1499')).toBe('•••, •••, •••');
});
