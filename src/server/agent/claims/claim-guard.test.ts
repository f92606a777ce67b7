import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimGuard } from './claim-guard.ts';
import { findClaim } from './find-claim.ts';
import type { Deed } from './is-supported.ts';

interface Case {
  language: string;
  text: string;
}

function readCases(name: string): Case[] {
  const lines = readFileSync(join(import.meta.dirname, 'cases', name), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [language = '', text = ''] = line.split('\t');
      return { language, text: text.replaceAll('\\n', '\n') };
    });
}

async function say(pieces: string[], deeds: Deed[] = [], language = 'en') {
  const emitted: string[] = [];
  const guard = new ClaimGuard({ language, deeds: () => deeds, emit: (text) => emitted.push(text) });
  for (const piece of pieces) guard.push(piece);
  await guard.end();
  return { text: emitted.join(''), pieces: emitted, replaced: guard.replaced };
}

const write = (actionName: string, guidance = '', proves: Deed['proves'] = []): Deed => ({
  actionName,
  guidance,
  effect: 'write',
  proves,
});
const deeds: Record<string, Deed> = {
  book: write('Book an appointment', 'The visitor wants to book an appointment.\nCan I come in on Monday?'),
  buch: write('Termin buchen', 'Die Besucherin möchte einen Termin vereinbaren.'),
  cancel: write('Cancel order', 'The visitor wants to cancel an order.'),
  address: write('Change delivery address', 'The visitor wants an order to be delivered to another address.'),
  status: { actionName: 'Order status', guidance: 'The visitor asks where their order is.', effect: 'read' },
  mute: write('Talk to a person', 'The visitor asks for a human.', ['forward', 'send']),
  lead: write('Team quote', 'The visitor wants a quote.', ['send', 'save', 'forward', 'register']),
  refund: write('Refund', 'The visitor wants their money back.'),
  ticket: write('Create ticket', 'The visitor has a problem to report.'),
  crm: write('Acme CRM'),
  news: write('Newsletter', 'The visitor wants to subscribe to the newsletter.'),
  pw: write('Reset password', 'The visitor forgot the password.'),
};
const falseClaims = readCases('false-claims.txt');
const harmless = readCases('harmless.txt');

describe('what was not done', () => {
  it.each(falseClaims)('$language: $text', async ({ language, text }) => {
    const whole = await say([text], [], language);
    expect(whole.replaced).not.toEqual([]);
    const [beforeIt = ''] = whole.text.split('…');
    expect(findClaim(whole.text.includes('…') ? beforeIt : '')).toBeNull();
    expect(whole.text).not.toContain(text);
    const slowly = await say([...text], [], language);
    expect(slowly).toMatchObject({ text: whole.text, replaced: whole.replaced });
  });

  it('leaves no stump of its sentence but where it began with something else', async () => {
    const said = await Promise.all(falseClaims.map(({ text, language }) => say([...text], [], language)));
    expect(said.filter(({ text }) => text.includes('…')).length).toBeLessThan(falseClaims.length / 15);
  });

  it('is said honestly once, and the rest of the reply stands', async () => {
    const reply = 'Hello! I have booked your appointment. I have also sent the e-mail. Anything else?';
    const { text } = await say([reply]);
    expect(text).toMatch(/^Hello! I haven’t done that yet\. .*Anything else\?$/);
    expect(text.match(/haven’t/g)).toHaveLength(1);
  });
});

describe('what claims nothing', () => {
  it.each(harmless)('$language: $text', async ({ language, text }) => {
    expect(await say([...text], [], language)).toMatchObject({ text, replaced: [] });
  });

  it('passes word by word', async () => {
    const shop = JSON.parse(readFileSync('demo/agent/faq.json', 'utf8')) as { items: { answer: string }[] }[];
    let all = 0;
    let late = 0;
    for (const { answer } of shop.flatMap(({ items }) => items)) {
      let shown = 0;
      let written = 0;
      const guard = new ClaimGuard({
        language: 'en',
        deeds: () => [],
        emit: (text) => (shown += text.length),
      });
      for (const word of answer.split(/(?<= )/)) {
        guard.push(word);
        written += word.length;
        // Its own blank may come with the next word.
        if (written - shown > word.length + 1) late += word.length;
      }
      await guard.end();
      expect(guard.replaced).toEqual([]);
      all += answer.length;
    }
    expect(late / all).toBeLessThan(0.25);
  });
});

describe('what was done', () => {
  it('is said as it is, byte for byte', async () => {
    const anything: Deed = { actionName: 'Do it', guidance: '', effect: 'write' };
    expect(falseClaims.length).toBeGreaterThan(50);
    for (const { language, text } of falseClaims) {
      const { replaced, text: said } = await say([...text], [anything], language);
      expect({ text, replaced, said }).toEqual({ text, replaced: [], said: text });
    }
  });

  it.each(readCases('true-claims.txt'))('$language: $text', async ({ language, text }) => {
    expect(await say([...text], [deeds[language] as Deed])).toMatchObject({ text, replaced: [] });
  });

  it.each(readCases('other-deeds.txt'))('$language does not bear out: $text', async ({ language, text }) => {
    expect((await say([...text], [deeds[language] as Deed])).replaced).not.toEqual([]);
  });
});

it('a reply reads the same, however it was cut', async () => {
  const texts = fc.constantFrom(...falseClaims.map(({ text }) => text), ...harmless.map(({ text }) => text));
  const parts = fc.array(texts, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(parts, fc.array(fc.nat(200)), async (sentences, cuts) => {
      const reply = sentences.join(' ');
      const places = [0, ...cuts.map((cut) => cut % (reply.length + 1)), reply.length].sort((a, b) => a - b);
      const pieces = places.slice(1).map((place, index) => reply.slice(places[index], place));
      expect((await say(pieces)).text).toBe((await say([reply])).text);
    }),
    { numRuns: 200 },
  );
});

describe('a language without a list', () => {
  const reply = 'ご予約を承りました。月曜日にお待ちしております。';
  const guardWith = (translate?: (text: string) => Promise<string>) => {
    const emitted: string[] = [];
    const guard = new ClaimGuard({
      language: 'ja',
      deeds: () => [],
      emit: (text) => emitted.push(text),
      ...(translate ? { translate } : {}),
    });
    return { guard, emitted };
  };

  it.each([
    ['claims what was not done', 'I have booked your appointment. See you on Monday.', false],
    ['claims nothing', 'We are open on Monday.', true],
    ['could not be translated', '', false],
  ])('is held until it was checked in English: %s', async (_, english, passes) => {
    const { guard, emitted } = guardWith(async () => english);
    for (const piece of reply) guard.push(piece);
    expect(emitted).toEqual([]);
    await guard.end();
    expect(emitted.join('') === reply).toBe(passes);
  });

  it('passes where only the owner’s own words can be said', async () => {
    const { guard, emitted } = guardWith();
    guard.push(reply);
    await guard.end();
    expect(emitted.join('')).toBe(reply);
  });
});
