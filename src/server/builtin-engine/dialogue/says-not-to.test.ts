import { expect, test } from 'vitest';
import actions from '../../../../demo/agent/actions.json' with { type: 'json' };
import { saysNotTo } from './says-not-to.ts';

const toolOf = (name: string) => {
  const action = actions.find((candidate) => candidate.name === name);
  if (!action) throw new Error(`the sample has no action ${name}`);
  return { label: name, guidance: action.guidance };
};

test.each([
  ["I don't want to talk to a human", 'Talk to a person', true],
  ['Do not connect me to a human, just tell me the price of a parka', 'Talk to a person', true],
  ['Ich möchte keinen Menschen sprechen', 'Talk to a person', true],
  ["I don't need jackets for my team", 'Team quote', true],
  ["I don't want to talk to a robot", 'Talk to a person', false],
  ['I want to talk to a human', 'Talk to a person', false],
  ["I don't know where my order is", 'Order status', false],
  ["I don't want to wait any longer, where is my order?", 'Order status', false],
  ['My order never arrived and nobody cares', 'Talk to a person', false],
])('%j names “%s” to have it not done: %s', (text, name, isDenied) => {
  expect(saysNotTo(text, toolOf(name))).toBe(isDenied);
});
