import { describe, expect, it } from 'vitest';
import { button } from './action.ts';
import { executeButton } from './execute.ts';

const context = {
  visitorWords: () => [],
  readContact: async () => ({}),
  mute: () => expect.unreachable('a button mutes nothing'),
  saveBooking: () => undefined,
  saveLead: () => expect.unreachable('a button saves no lead'),
};

describe('button settings', () => {
  it.each([
    'https://shop.example/a?b=c#d',
    'http://10.0.0.1:8080/',
    'https://münchen.example/',
    'http://[::1]:8080/',
    'https://xn--mnchen-3ya.example/',
    'https://shop_1.example./',
    'mailto:help@shop.example',
    'mailto:help@shop.example,sales@shop.example?subject=A%20quote',
    'tel:+4791234567',
    'tel:112',
    'tel:+1-(201)-555-0123;ext=5',
    'TEL:0800.123.456',
  ])('take %s', (url) => {
    expect(button.settings.safeParse({ text: 'Go', url }).success).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'https://user:pass@shop.example/',
    'https://shop.example\\@evil.example/',
    'https://shop.example/\u202egnp.exe',
    'https:shop.example',
    '//shop.example',
    '/prices',
    'blob:https://shop.example/1',
    'https://xn--/',
    'https://xn--a/',
    'https://xn--zzzzzzzzzzzzzz.example/',
    'https://a..b/',
    'https://./',
    'https://-shop.example/',
    'https://*.example/',
    'https://shop.example:99999/',
    `https://${'a'.repeat(64)}.example/`,
    'mailto:',
    'mailto:help',
    'mailto:@shop.example',
    'mailto:help@',
    'mailto:?subject=hello',
    'mailto:help@shop.example,',
    'tel:',
    'tel:abc',
    'tel:+',
    'tel:1-',
    'tel:call-me-123',
    'tel:123;',
    '',
  ])('refuse %j', (url) => {
    expect(button.settings.safeParse({ text: 'Go', url }).success).toBe(false);
  });
});

describe('a button', () => {
  const settings = { text: 'See prices', url: 'https://shop.example/prices' };

  it('is a card with its text and address, and tells the model no address', async () => {
    const { result, card } = await executeButton.run({ settings, inputs: {}, past: [] }, context);
    expect(card?.payload).toEqual(settings);
    expect(result).toEqual({ status: 'shown', button: 'See prices' });
  });

  it('records the click and takes no other operation', async () => {
    const card = { entryId: 'e', state: 'offered', payload: settings } as const;
    const use = (op: 'open' | 'submit') =>
      executeButton.onCard?.({ settings, op, values: {}, card }, context);
    expect(await use('open')).toEqual({ state: 'opened' });
    expect(await use('submit')).toBeNull();
  });
});
