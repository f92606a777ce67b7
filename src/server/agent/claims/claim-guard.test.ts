import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimGuard } from './claim-guard.ts';
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

const booked: Deed = {
  actionName: 'Book an appointment',
  guidance: 'The visitor wants to book.',
  effect: 'write',
};
const falseClaims = readCases('false-claims.txt');
const harmless = readCases('harmless.txt');

describe('what was not done', () => {
  it.each(falseClaims)('$language: $text', async ({ language, text }) => {
    const whole = await say([text], [], language);
    expect(whole.replaced).not.toEqual([]);
    expect(whole.text).not.toContain(text);
    const slowly = await say([...text], [], language);
    expect(slowly).toMatchObject({ text: whole.text, replaced: whole.replaced });
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
    const words = 'Shipping takes two to four days, and returns are free within sixty days.'.split(/(?<= )/);
    expect((await say(words)).pieces.length).toBeGreaterThan(words.length / 2);
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

  it('bears out no other deed', async () => {
    expect((await say(['Your refund has been issued.'], [booked])).replaced).toHaveLength(1);
    expect((await say(['I have booked it.'], [{ ...booked, effect: 'read' }])).replaced).toHaveLength(1);
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
