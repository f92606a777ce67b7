import { join } from 'node:path';
import { expect, test } from 'vitest';
import actions from '../../../../demo/agent/actions.json' with { type: 'json' };
import { findAssets } from '../find-assets.ts';
import { Router } from '../routing/router.ts';
import { hearDenials } from './hear-denials.ts';

const ROUTER = new Router(join(findAssets(), 'word-vectors.bin'));
const TOOLS = actions.map(({ name, guidance }) => ({ name, label: name, guidance }));

test.each([
  ["I don't want to talk to a human", 'Talk to a person'],
  ['Ich möchte keinen Menschen sprechen', 'Talk to a person'],
  ['Bitte keinen Mitarbeiter', 'Talk to a person'],
  ['no human please', 'Talk to a person'],
  ["I'd rather not talk to a person", 'Talk to a person'],
  ['stop sending me to a human', 'Talk to a person'],
  ['لا أريد التحدث مع إنسان', 'Talk to a person'],
  ["I don't need jackets for my team", 'Team quote'],
  ["don't change my address", 'Change delivery address'],
  ["I'm not looking for a jacket", 'Winter collection'],
  ["don't show me jackets", 'Winter collection'],
])('%j wants “%s” not done, and nothing else', (text, name) => {
  const { denied, rest } = hearDenials(text, TOOLS, ROUTER);
  expect([...denied]).toContain(name);
  expect(rest).toBe('');
});

test('what else is said is left', () => {
  const text = 'Do not connect me to a human, just tell me the price of a parka';
  expect(hearDenials(text, TOOLS, ROUTER)).toEqual({
    denied: new Set(['Talk to a person']),
    rest: 'tell me the price of a parka',
  });
});

test.each([
  "I don't want to talk to a robot",
  'I want to talk to a human',
  "I don't know where my order is",
  "I don't want to wait any longer, where is my order?",
  'My order never arrived and nobody cares',
  'no parcel arrived',
  "why don't you show me jackets",
  'I have no order number',
])('%j denies nothing', (text) => {
  expect(hearDenials(text, TOOLS, ROUTER)).toEqual({ denied: new Set(), rest: text });
});
