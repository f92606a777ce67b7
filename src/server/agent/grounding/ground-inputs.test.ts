import { describe, expect, it } from 'vitest';
import { toInputSchema } from '../../../actions/http/input-schema.ts';
import { requestInputSchema } from '../../../contract/http/request.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import { type Evidence, groundInputs } from './ground-inputs.ts';

const TODAY = '2026-11-25T10:00:00.000Z'; // a Wednesday

interface Case {
  said?: string | string[];
  /** What the agent says before each of the visitor's words. */
  asked?: string;
  type?: string;
  name?: string;
  description?: string;
  options?: string[];
  language?: string;
  evidence?: Partial<Evidence>;
}

function ground(value: unknown, { said = [], asked, language = 'auto', evidence = {}, ...input }: Case) {
  const schema = toInputSchema([requestInputSchema.parse({ name: 'value', ...input })]);
  const timeline = [said]
    .flat()
    .flatMap((text, i) => [
      ...(asked
        ? [{ id: `q${i}`, author: { type: 'agent' as const, name: '' }, text: asked, at: TODAY }]
        : []),
      { id: `e${i}`, author: { type: 'visitor' as const, name: '' }, text, at: TODAY },
    ]);
  const { inputs, ungrounded } = groundInputs(
    { [input.name ?? 'value']: { value, source: 'visitor' } },
    schema,
    {
      ...{ timeline, calls: [], identity: {}, language },
      ...evidence,
    },
  );
  expect(Object.keys(inputs).length + ungrounded.length).toBe(1);
  return inputs[input.name ?? 'value'];
}

const order = { name: 'order_id', description: 'Order number' };

describe('a value in the visitor’s words, in whatever spelling', () => {
  it.each<[string, unknown, Case]>([
    ['e-mail', 'ada@example.com', { said: 'Mail me at Ada@Example.com, please.', type: 'email' }],
    ['e-mail written out', 'ada@example.com', { said: 'ada (at) example.com', type: 'email' }],
    ['phone with spaces', '+493012345678', { said: 'Call +49 30 1234 5678.', type: 'phone' }],
    ['phone with 00', '+493012345678', { said: '0049 (0)30 12345678', type: 'phone' }],
    ['national phone', '+493012345678', { said: 'meine Nummer ist 030 12345678', type: 'phone' }],
    ['American phone', '+12125550123', { said: 'my number is (212) 555-0123', type: 'phone' }],
    ['phone in Arabic digits', '+966501234567', { said: 'رقمي +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', type: 'phone' }],
    ['order number', '4711', { said: 'It is order #4711.', ...order }],
    ['order number with a prefix', '4711', { said: 'It is ORD-4711.', ...order }],
    ['order number, grouped', 'ORD-4711', { said: 'ord 4711', ...order }],
    ['IBAN in groups', 'DE89370400440532013000', { said: 'DE89 3704 0044 0532 0130 00', name: 'iban' }],
    ['order number as a number', 4711, { said: 'order 4711', type: 'integer', ...order }],
    ['id in a Chinese sentence', '4711', { said: '我的订单号是4711谢谢', ...order }],
    ['full-width digits', '4711', { said: '４７１１', ...order }],
    ['day', '2026-11-26', { said: 'tomorrow would suit me', type: 'date' }],
    ['day with a month', '2026-12-03', { said: 'on 3 December', type: 'date' }],
    ['German day', '2026-12-03', { said: 'am 3. Dezember bitte', type: 'date' }],
    ['German numeric day', '2026-12-03', { said: 'am 03.12.2026', type: 'date', language: 'de' }],
    ['ISO day', '2026-12-03', { said: 'deliver 2026-12-03', type: 'date' }],
    ['weekday', '2026-11-27', { said: 'this Friday', type: 'date' }],
    ['time', '15:00', { said: 'at 3pm', type: 'time' }],
    ['time of either half', '18:00', { said: 'at 6', type: 'time' }],
    ['day of either week', '2026-12-04', { said: 'next Friday', type: 'date' }],
    ['German time', '15:30', { said: 'um 15 Uhr 30', type: 'time' }],
    ['number in words', 2, { said: 'two of them, please', type: 'integer', name: 'quantity' }],
    ['German number', 21, { said: 'einundzwanzig Stück', type: 'integer', name: 'quantity' }],
    ['amount', 1234.5, { said: 'I paid 1.234,50 €', type: 'number', name: 'amount' }],
    ['amount of money', '49.99 EUR', { said: 'it was 49,99 euro', name: 'amount' }],
    ['link', 'https://example.com/a', { said: 'see example.com/a', type: 'url' }],
    [
      'option',
      'express',
      { said: 'Express shipping please', type: 'enum', options: ['standard', 'express'] },
    ],
    [
      'option of words',
      'too_small',
      { said: 'they are too small', type: 'enum', options: ['too_small', 'too_large'] },
    ],
    [
      'option by its stem',
      'refund',
      { said: 'I want it refunded', type: 'enum', options: ['refund', 'exchange'] },
    ],
    ['size', 'M', { said: 'medium', type: 'enum', options: ['S', 'M', 'L'] }],
    ['yes', true, { said: 'yes please', asked: 'Gift wrap?', type: 'boolean', name: 'gift_wrap' }],
    ['yes in French', true, { said: 'oui', asked: 'Gift wrap?', type: 'boolean', name: 'gift_wrap' }],
    ['no', false, { said: 'no gift wrap', type: 'boolean', name: 'gift_wrap' }],
    ['name', 'Ada Lovelace', { said: 'my name is ada lovelace', name: 'full_name' }],
    ['name turned', 'Ada Lovelace', { said: 'Lovelace, Ada', name: 'full_name' }],
    ['name bit by bit', 'Ada Lovelace', { said: ['Ada', 'Lovelace'], name: 'full_name' }],
    ['name without marks', 'Jose Nunez', { said: 'soy José Núñez', name: 'full_name' }],
    ['name with ue', 'Jürgen Müller', { said: 'Juergen Mueller', name: 'full_name' }],
    ['address', '12 Main Street, Springfield', { said: 'to 12 Main Street in Springfield', name: 'address' }],
    [
      'message',
      'The lamp arrived broken',
      { said: 'hi, my lamp arrived and it is broken!', name: 'message' },
    ],
    [
      'message, reported',
      'Customer reports that the lamps are broken',
      { said: 'the lamp is broken', name: 'message' },
    ],
    ['list', ['4711', '4712'], { said: 'orders 4711 and 4712', type: 'array', name: 'order_ids' }],
    ['object', { id: '4711', name: 'Ada' }, { said: 'Ada, order 4711', type: 'object', name: 'order' }],
    ['earlier words', '4711', { said: ['order 4711', 'what about rain?', 'cancel it'], ...order }],
    ['yes to a question that names it', '4711', { said: 'yes', asked: 'Do you mean order 4711?', ...order }],
  ])('%s', (_, value, what) => {
    expect(ground(value, what)).toMatchObject({
      value,
      source: 'visitor',
      at: { entryId: expect.any(String) },
    });
  });

  it('is told with its place, also late in a long message', () => {
    const late = `${'So it is. '.repeat(250)}Come on 3 December.`;
    const { start, end } = ground('2026-12-03', { said: late, type: 'date' })?.at ?? {};
    expect(late.slice(start, end)).toContain('3 December');
    expect(ground('4711', { said: 'Order: ORD-4711!', ...order })?.at).toEqual({
      entryId: 'e0',
      start: 7,
      end: 15,
    });
    expect(ground('2026-12-03', { said: 'am 3. Dezember', type: 'date' })?.at).toMatchObject({
      start: 0,
      end: 14,
    });
  });
});

describe('a value that nobody said', () => {
  it.each<[string, unknown, Case]>([
    ['e-mail', 'ada@example.com', { said: 'mail me', type: 'email' }],
    ['e-mail with a letter changed', 'adam@example.com', { said: 'ada@example.com', type: 'email' }],
    ['end of an e-mail', 'ada@example.com', { said: 'not-ada@example.com', type: 'email' }],
    ['e-mail without its mark', 'jose@example.com', { said: 'josé@example.com', type: 'email' }],
    ['e-mail of another domain', 'ada@example.co', { said: 'ada@example.com', type: 'email' }],
    ['e-mail in another script', 'ada@example.com', { said: 'аda@example.com', type: 'email' }],
    ['phone with a digit changed', '+493012345679', { said: '+49 30 12345678', type: 'phone' }],
    ['phone of another country', '+433012345678', { said: '+49 30 12345678', type: 'phone' }],
    ['part of a phone', '+49301234567', { said: '+49 30 12345678', type: 'phone' }],
    ['order number with a digit changed', '4712', { said: 'order 4711', ...order }],
    ['digits swapped', '4171', { said: 'order 4711', ...order }],
    ['part of a longer one', '471', { said: 'order 4711', ...order }],
    ['end of a longer one', '711', { said: 'order 4711', ...order }],
    ['part before a dash', '1001', { said: 'order 1001-77', ...order }],
    ['number after another prefix', 'INV-4711', { said: 'ORD-4711', ...order }],
    ['two numbers as one', '47112', { said: 'order 4711 2 pieces', ...order }],
    ['day and month swapped', '2026-03-12', { said: 'am 3. Dezember', type: 'date' }],
    [
      'day and month swapped in numbers',
      '2026-03-12',
      { said: 'am 03.12.2026', type: 'date', language: 'de' },
    ],
    ['the next day', '2026-12-04', { said: 'on 3 December', type: 'date' }],
    ['another year', '2027-12-03', { said: '2026-12-03', type: 'date' }],
    ['time of the other half', '03:00', { said: 'at 3pm', type: 'time' }],
    ['time of the other half in 24 hours', '03:30', { said: 'um 15:30', type: 'time' }],
    ['day of the week after', '2026-12-04', { said: 'this Friday', type: 'date' }],
    [
      'option that is denied',
      'express',
      { said: 'not express, please', type: 'enum', options: ['standard', 'express'] },
    ],
    ['number', 3, { said: 'two of them', type: 'integer', name: 'quantity' }],
    ['number below zero', -5, { said: 'it is 5', type: 'number', name: 'quantity' }],
    ['amount', 499.9, { said: '49.99 EUR', type: 'number', name: 'amount' }],
    ['other currency', '49.99 USD', { said: '49,99 euro', name: 'amount' }],
    ['option', 'express', { said: 'send it', type: 'enum', options: ['standard', 'express'] }],
    [
      'the other option',
      'too_large',
      { said: 'too small', type: 'enum', options: ['too_small', 'too_large'] },
    ],
    ['yes', true, { said: 'I want the lamp', type: 'boolean', name: 'gift_wrap' }],
    ['yes for no', true, { said: 'no', asked: 'Gift wrap?', type: 'boolean', name: 'gift_wrap' }],
    ['name', 'Bob Smith', { said: 'my name is Ada', name: 'full_name' }],
    ['name with a letter less', 'Jol Adams', { said: 'Joel Adams', name: 'full_name' }],
    ['name of two people', 'Ada Smith', { said: 'I am Ada Jones, my boss is Bob Smith', name: 'full_name' }],
    ['name in another script', 'Аda', { said: 'I am Ada', name: 'first_name' }],
    ['link', 'https://evil.example/', { said: 'see example.com', type: 'url' }],
    ['address with another number', '13 Main Street', { said: '12 Main Street', name: 'address' }],
    ['message', 'Please refund everything to Mallory', { said: 'the lamp is broken', name: 'message' }],
    ['message with one word more', 'the lamp is not broken', { said: 'the lamp is broken', name: 'message' }],
    ['message with a number more', 'lamp 2 broken', { said: 'lamp 12 broken', name: 'message' }],
    ['nothing but grammar', 'please the', { said: 'hello', name: 'message' }],
    [
      'list with one more',
      ['4711', '4799'],
      { said: 'orders 4711 and 4712', type: 'array', name: 'order_ids' },
    ],
    [
      'object with one more',
      { id: '4711', to: 'Bob' },
      { said: 'order 4711', type: 'object', name: 'order' },
    ],
    ['what the agent said', '4711', { said: 'ok, and the weather?', asked: 'I see order 4711.', ...order }],
    ['no to a question that names it', '4711', { said: 'no', asked: 'Do you mean order 4711?', ...order }],
  ])('%s', (_, value, what) => {
    expect(ground(value, what)).toBeUndefined();
  });
});

describe('another source', () => {
  const call = (more: Partial<CallRow>): CallRow =>
    ({ id: 'c1', state: 'done', inputs: {}, result: null, ...more }) as CallRow;
  const from = (more: Partial<CallRow>) => ({ evidence: { calls: [call(more)] } });

  it.each<[string, unknown, Case, object | undefined]>([
    [
      'a form',
      'ada@example.com',
      { type: 'email', ...from({ inputs: { email: { value: 'Ada@example.com', source: 'form' } } }) },
      { source: 'form', at: { callId: 'c1' } },
    ],
    [
      'a form in another spelling',
      '+493012345678',
      {
        type: 'phone',
        language: 'de',
        ...from({ inputs: { phone: { value: '030 12345678', source: 'form' } } }),
      },
      { source: 'form', at: { callId: 'c1' } },
    ],
    [
      'an earlier input',
      '4711',
      { ...order, ...from({ inputs: { id: { value: '4711', source: 'visitor', at: { entryId: 'e9' } } } }) },
      { source: 'visitor', at: { entryId: 'e9' } },
    ],
    [
      'an answer',
      '88',
      { ...order, ...from({ result: { data: { orders: [{ id: 88 }] } } }) },
      { source: 'result', at: { callId: 'c1' } },
    ],
    [
      'an answer’s other field',
      '88',
      { ...order, ...from({ result: { data: { customer_id: 88 } } }) },
      undefined,
    ],
    [
      'a failed call',
      '88',
      { ...order, ...from({ state: 'failed', result: { data: { order_id: 88 } } }) },
      undefined,
    ],
    [
      'text of an answer',
      'send it to Bob',
      { name: 'message', ...from({ result: { data: { message: 'send it to Bob' } } }) },
      undefined,
    ],
    [
      'the signed identity',
      'ada@example.com',
      { type: 'email', evidence: { identity: { email: 'ada@example.com' } } },
      { source: 'identity:email' },
    ],
    ['the only option', 'web', { type: 'enum', options: ['web'] }, { source: 'fixed' }],
  ])('%s', (_, value, what, source) => {
    const found = ground(value, what);
    if (source) expect(found).toMatchObject(source);
    else expect(found).toBeUndefined();
  });
});
