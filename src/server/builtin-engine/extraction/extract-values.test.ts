import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findAssets } from '../find-assets.ts';
import { Router } from '../routing/router.ts';
import { extractValues } from './extract-values.ts';
import { readFields } from './read-fields.ts';
import { readSituation } from './read-situation.ts';

const ROUTER = new Router(join(findAssets(), 'word-vectors.bin'));
/** A Wednesday. */
const NOW = '2027-03-10T10:00:00+01:00';

const PROPERTIES = {
  email: { type: 'string', format: 'email' },
  phone: { type: 'string', format: 'phone' },
  website: { type: 'string', format: 'uri' },
  day: { type: 'string', format: 'date', description: 'Date of the visit' },
  time: { type: 'string', format: 'time' },
  moment: { type: 'string', format: 'date-time' },
  slot: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
  date_from: { type: 'string', format: 'date' },
  date_to: { type: 'string', format: 'date' },
  order_id: { type: 'string', description: 'Order number' },
  sku: { type: 'string', description: 'Article number', pattern: '^[A-Z]{2}-\\d{3}$' },
  name: { type: 'string', description: 'Full name of the customer' },
  recipient: { type: 'string', description: 'Name of the person who gets the money' },
  company: { type: 'string', description: 'Company of the customer' },
  amount: { type: 'string', description: 'Amount of money' },
  price: { type: 'number', description: 'Highest price' },
  quantity: { type: 'integer', description: 'How many' },
  adults: { type: 'integer', description: 'Number of adults' },
  kids: { type: 'integer', description: 'Number of children' },
  people: { type: 'integer', description: 'Number of people' },
  size: { type: 'string', enum: ['S', 'M', 'L'] },
  color: { type: 'string', enum: ['red', 'dark blue', 'green'] },
  colors: { type: 'array', items: { type: 'string', enum: ['red', 'blue', 'green'] } },
  gift: { type: 'boolean', description: 'Gift wrap' },
  address: { type: 'string', description: 'New delivery address' },
  city: { type: 'string', description: 'City' },
  topic: { type: 'string', description: 'What it is about' },
  message: { type: 'string' },
} as const;

type Name = keyof typeof PROPERTIES;

function extract(
  names: Name | Name[],
  said: string | (string | [question: string, reply: string])[],
  language = 'auto',
) {
  const properties = Object.fromEntries([names].flat().map((name) => [name, PROPERTIES[name]]));
  const utterances = [said]
    .flat()
    .map((one) =>
      typeof one === 'string'
        ? { text: one, question: '' }
        : { question: one[0], text: one[1], isReply: true },
    );
  const words = utterances.map(({ text }) => text).join('\n');
  const fields = readFields({ type: 'object', properties } as unknown as Parameters<typeof readFields>[0]);
  return extractValues(fields, utterances, readSituation({ language, now: NOW }, words, ROUTER));
}

/** The value that one message has for one input. */
function find(name: Name, said: string, language?: string): unknown {
  return extract(name, said, language)[name] ?? null;
}

describe('each sort of value is found in its forms', () => {
  test.each<[Name, string, unknown]>([
    ['email', 'write to Ada.L+shop@mail.example.co.uk, please', 'Ada.L+shop@mail.example.co.uk'],
    ['email', 'ada (at) shop.example', 'ada@shop.example'],
    ['email', 'ada@shop', null],
    ['phone', 'call me on (212) 555-0147', '+12125550147'],
    ['phone', 'ruf mich bitte an: 030 901820', '+4930901820'],
    ['phone', '00442079460958', '+442079460958'],
    ['phone', 'my order is 2125550147', null],
    ['website', 'have a look at example.com/shop.', 'https://example.com/shop'],
    ['order_id', 'where is order 4712?', '4712'],
    ['order_id', 'Wo bleibt meine Bestellung Nr. AB-123', 'AB-123'],
    ['order_id', 'رقم الطلب ٥٥١٢', '5512'],
    ['order_id', 'it is #A-99', 'A-99'],
    ['order_id', 'customer number 99812, order number 5551', '5551'],
    ['order_id', 'I ordered 3 shirts on May 3', null],
    ['order_id', 'can I order 500 flyers', null],
    ['sku', 'article AB-123 or so', 'AB-123'],
    ['sku', 'article 12345', null],
    ['amount', 'it was $49.99', '49.99 USD'],
    ['amount', 'two hundred euros', '200 EUR'],
    ['amount', '1.234,50 €', '1234.5 EUR'],
    ['amount', 'no idea', null],
    ['price', 'no more than 80 dollars', 80],
    ['quantity', 'a dozen', 12],
    ['quantity', 'I need twenty one of them', 21],
    ['quantity', 'order 4712 is late', null],
    ['adults', 'my husband and I', 2],
    ['kids', 'two adults and three children', 3],
    ['people', 'a table for four at 8', 4],
    ['people', 'wir sind 5', 5],
    ['size', "I'm sure: medium", 'M'],
    ['size', "I'm fine", null],
    ['color', 'the blue one', 'dark blue'],
    ['gift', 'without gift wrap', false],
    ['gift', 'please wrap it as a gift', true],
    ['gift', 'do you gift wrap?', null],
    ['company', 'I work for Larch & Sons', 'Larch & Sons'],
    ['company', 'wir sind die Lerche Technik GmbH', 'Lerche Technik GmbH'],
    ['company', 'I am from Berlin', null],
    ['address', 'ship it to 5 Elm Road, Dover please', '5 Elm Road, Dover'],
    ['address', 'Hauptstr. 5, 10115 Berlin', 'Hauptstr. 5, 10115 Berlin'],
    ['city', 'I live in Paris', 'Paris'],
    ['name', 'my name is ada lovelace', 'ada lovelace'],
    ['name', 'Ich heiße Anna Müller', 'Anna Müller'],
    ['name', 'اسمي محمد علي', 'محمد علي'],
    ['name', "I'm German and it's urgent", null],
    ['name', 'may I talk to Ada Lovelace?', null],
    ['recipient', 'send 20 dollars to jorun tvedt', 'jorun tvedt'],
    ['message', 'the zip is broken', 'the zip is broken'],
  ])('%s in %j: %j', (name, said, value) => expect(find(name, said)).toBe(value));
});

describe('days', () => {
  test.each<[string, string | null]>([
    ['tomorrow', '2027-03-11'],
    ['not today', null],
    ['on friday', '2027-03-12'],
    ['next friday', '2027-03-19'],
    ['nächsten Freitag', '2027-03-12'],
    ['last Monday', '2027-03-08'],
    ['wednesday', '2027-03-17'],
    ['Friday the 19th', '2027-03-19'],
    ['the 2nd', '2027-04-02'],
    ['on the 2nd of each month', null],
    ['November the 12th', '2027-11-12'],
    ['12. Mai', '2027-05-12'],
    ['01.05.2027', '2027-05-01'],
    ['Halloween', '2027-10-31'],
    ['in zwei Wochen', '2027-03-24'],
    ['بعد غد', '2027-03-12'],
    ['2027-05-01', '2027-05-01'],
    ['30.2.2027', null],
    ['next week', null],
    ['now', null],
    ['tomorrow or friday', null],
    ['for 8 days', null],
    ['order 2041', null],
  ])('%j: %s', (said, day) => expect(find('day', said)).toBe(day));

  test('which number of 3/4 is the month is told by the country, else by nobody', () => {
    expect(find('day', '3/4', 'en-US')).toBe('2028-03-04');
    expect(find('day', '3/4', 'en-GB')).toBe('2027-04-03');
    expect(find('day', '3/4')).toBeNull();
    expect(find('day', '3/14')).toBe('2027-03-14');
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['from May 3 to May 7', '2027-05-03', '2027-05-07'],
    ['vom 3. bis 7. Mai', '2027-05-03', '2027-05-07'],
    ['arriving on Monday, leaving on Thursday', '2027-03-15', '2027-03-18'],
    ['from the 16th to the 22nd of April', '2027-04-16', '2027-04-22'],
    ['until tomorrow', undefined, '2027-03-11'],
    ['a room for tomorrow', '2027-03-11', undefined],
    ['from friday until friday', '2027-03-12', '2027-03-19'],
  ])('%j is a stretch of time', (said, from, to) => {
    const values = extract(['date_from', 'date_to'], said);
    expect([values.date_from, values.date_to]).toEqual([from, to]);
  });
});

describe('times', () => {
  test.each<[string, string | null]>([
    ['at 3pm', '15:00'],
    ['14:30', '14:30'],
    ['noon', '12:00'],
    ['half past seven in the evening', '19:30'],
    ['20 to 2', '13:40'],
    ['quarter to nine', '08:45'],
    ['halb drei', '14:30'],
    ['um 15 Uhr', '15:00'],
    ['الساعة 5 مساء', '17:00'],
    ['0:15', '00:15'],
    ['15 minutes ago', '09:45'],
    ['for 2 nights', null],
    ['in the morning', null],
  ])('%j: %s', (said, time) => expect(find('time', said)).toBe(time));

  test('are told by a pattern, too', () => expect(find('slot', 'at 3pm please')).toBe('15:00'));

  test('a day and a time make a moment, one of them alone does not', () => {
    expect(find('moment', 'tomorrow at 3pm')).toBe('2027-03-11T15:00:00+01:00');
    expect(find('moment', 'tomorrow')).toBeNull();
  });
});

describe('corrections win', () => {
  test.each<[Name, string | string[], unknown]>([
    ['order_id', 'order 4711, sorry, 4712', '4712'],
    ['order_id', ['order 4711', 'no, 4712'], '4712'],
    ['order_id', ['order 4711', 'I meant 4712'], '4712'],
    ['order_id', 'not 4711 but 4712', '4712'],
    ['email', 'a@x.example is right, b@x.example is an old address', 'a@x.example'],
    ['email', "don't use a@x.example, that's my wife's. Mine is b@x.example", 'b@x.example'],
    ['email', 'change it from a@x.example to b@x.example', 'b@x.example'],
    ['email', 'a@x.example or b@x.example?', undefined],
    ['phone', '(212) 555-0147, oh wait, use (212) 555-0148', '+12125550148'],
    ['color', 'not red, green', 'green'],
    ['day', ['on monday', 'not on monday'], undefined],
    ['day', 'not before friday', undefined],
    ['colors', ['red and blue', 'not red'], ['blue']],
  ])('%s in %j: %j', (name, said, value) => expect(extract(name, said)[name]).toEqual(value));
});

describe('bare answers', () => {
  test.each<[Name, string, string, unknown]>([
    ['order_id', 'What is your order number?', "it's 1042, thanks", '1042'],
    ['order_id', 'What is your order number?', "I don't have it", undefined],
    ['order_id', 'What is your order number?', 'my phone is 0171 2345678', undefined],
    ['name', 'What is your name?', 'ada', 'ada'],
    ['name', 'What is your name?', 'why do you need it?', undefined],
    ['city', 'What is the city?', 'berlin', 'berlin'],
    ['topic', 'Please tell me what it is about.', 'about my bike', 'about my bike'],
    ['topic', 'Please tell me what it is about.', 'ok', undefined],
    ['gift', 'Shall we gift wrap it?', 'no', false],
    ['people', 'For how many people?', '4', 4],
    ['email', 'You can also write to help@shop.example.', 'no, I prefer chat', undefined],
  ])('%s after %j: %j is %j', (name, question, reply, value) => {
    expect(extract(name, [[question, reply]])[name]).toEqual(value);
  });

  test('several answers in one message go where they were asked for', () => {
    const reply: [string, string] = [
      'I need your order number and new delivery address, please.',
      '4711, 12 Main Street, Dover',
    ];
    expect(extract(['order_id', 'address'], [reply])).toEqual({
      order_id: '4711',
      address: '12 Main Street, Dover',
    });
    expect(extract(['order_id', 'address'], [[reply[0], '1042, Bryggen 5, 5003 Bergen']])).toEqual({
      order_id: '1042',
      address: 'Bryggen 5, 5003 Bergen',
    });
    const lone: [string, string] = [reply[0], '4711'];
    expect(extract(['order_id', 'address'], [lone])).toEqual({ order_id: '4711' });
  });

  test('the numbers of an address are no order number', () => {
    const reply: [string, string] = ['What is your order number?', 'Bryggen 5, 5003 Bergen'];
    expect(extract(['order_id', 'address'], [reply])).toEqual({ address: 'Bryggen 5, 5003 Bergen' });
  });

  test('a number that was asked for is nothing else besides', () => {
    expect(extract(['order_id', 'quantity'], [['What is your order number?', '1042']])).toEqual({
      order_id: '1042',
    });
    expect(extract(['order_id', 'quantity'], '1042')).toEqual({});
  });

  test('the message is what the visitor came with, not an answer to something else', () => {
    const said: (string | [string, string])[] = [
      'I want my money back',
      ['What is your order number?', '1042'],
    ];
    expect(extract(['message', 'order_id'], said)).toEqual({
      message: 'I want my money back',
      order_id: '1042',
    });
  });
});

test('a list of details is sorted into its inputs', () => {
  expect(
    extract(
      ['name', 'email', 'phone', 'company'],
      "I'm Ada King from Larch Labs - ada@larch.example, (212) 555-0147",
    ),
  ).toEqual({
    name: 'Ada King',
    email: 'ada@larch.example',
    phone: '+12125550147',
    company: 'Larch Labs',
  });
});

test('no message, whatever its make, keeps the server busy', () => {
  const texts = [
    '1'.repeat(20_000),
    'a@'.repeat(5_000),
    'at 3 '.repeat(4_000),
    'A '.repeat(8_000),
    '12/'.repeat(5_000),
    ' '.repeat(9_000),
  ];
  const names = Object.keys(PROPERTIES) as Name[];
  extract(names, 'warm up');
  for (const text of texts) {
    const started = performance.now();
    extract(names, text);
    expect(performance.now() - started, text.slice(0, 10)).toBeLessThan(2_000);
  }
});
