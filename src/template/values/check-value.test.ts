import { describe, expect, it } from 'vitest';
import { requestInputSchema } from '../../contract/http/request.ts';
import { TemplateError } from '../template-error.ts';
import { checkValue } from './check-value.ts';

const circle: unknown[] = [];
circle.push(circle);

describe('a value', () => {
  it.each<[string, unknown, unknown]>([
    ['string', '  kept ', '  kept '],
    ['string', 42, '42'],
    ['string', -0, '0'],
    ['string', true, 'true'],
    ['string', 'a\udc00', 'a\ufffd'],
    ['number', ' 12.50 ', 12.5],
    ['number', '-0', 0],
    ['number', '1e3', 1000],
    ['number', '9007199254740991', 9007199254740991],
    ['number', 1e-7, 1e-7],
    ['number', '0.1234567890123456', 0.1234567890123456],
    ['integer', '5.0', 5],
    ['boolean', 'FALSE', false],
    ['email', ' ada@example.com ', 'ada@example.com'],
    ['url', 'https://example.com/?a=b', 'https://example.com/?a=b'],
    ['phone', '+49 (30) 1234-567', '+49301234567'],
    ['date', '2028-02-29', '2028-02-29'],
    ['time', '23:59', '23:59'],
    ['enum', 'express', 'Express'],
    ['array', [1, ['x', null]], [1, ['x', null]]],
    ['object', { a: { b: [1] } }, { a: { b: [1] } }],
    ['object', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ])('of the type %s may be %j', (type, value, expected) => expect(check(type, value)).toEqual(expected));

  it.each<[string, unknown, string]>([
    ['string', undefined, 'missing_input'],
    ['string', null, 'missing_input'],
    ['string', {}, 'input_type'],
    ['string', ['x'], 'input_type'],
    ['string', 2 ** 53, 'number_range'],
    ['string', Number.NaN, 'input_type'],
    ['number', Number.POSITIVE_INFINITY, 'input_type'],
    ['number', '', 'input_type'],
    ['number', '0x10', 'input_type'],
    ['number', '1,000', 'input_type'],
    ['number', '١٢', 'input_type'],
    ['number', true, 'input_type'],
    ['number', '1e400', 'number_range'],
    ['number', '1e-400', 'number_range'],
    ['number', '9007199254740993', 'number_range'],
    ['number', -(2 ** 53), 'number_range'],
    ['number', '0.12345678901234567890', 'number_range'],
    ['integer', 5.5, 'input_type'],
    ['integer', '1e400', 'number_range'],
    ['boolean', 1, 'input_type'],
    ['email', 'ada@example', 'input_type'],
    ['email', 'ada@example.com\r\nBcc: x@y.zz', 'input_type'],
    ['url', 'javascript:alert(1)', 'input_type'],
    ['url', 'https://exa mple.com', 'input_type'],
    ['phone', '030 1234567', 'input_type'],
    ['date', '2026-02-29', 'input_type'],
    ['date', '29.02.2028', 'input_type'],
    ['time', '24:00', 'input_type'],
    ['enum', 'slow', 'input_type'],
    ['array', { length: 1 }, 'input_type'],
    ['array', [undefined], 'input_type'],
    ['array', [1n], 'input_type'],
    ['array', [2 ** 53], 'number_range'],
    ['array', circle, 'too_deep'],
    ['object', [], 'input_type'],
    ['object', new Date(), 'input_type'],
    ['object', { toJSON: () => 'x' }, 'input_type'],
    ['object', JSON.parse('{"a":[{"__proto__":1}]}'), 'forbidden_key'],
  ])('of the type %s cannot be %o: %s', (type, value, code) => {
    expect(() => check(type, value)).toThrow(expect.objectContaining({ code, path: 'values.v' }));
    expect(() => check(type, value)).toThrow(TemplateError);
  });
});

function check(type: string, value: unknown) {
  return checkValue(requestInputSchema.parse({ name: 'v', type, options: ['Standard', 'Express'] }), value);
}
