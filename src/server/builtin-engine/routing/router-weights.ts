// Made by `node evals/train-router.ts`: do not edit.
import type { SilenceMeasures } from './hear-message.ts';
import type { ToolMeasures } from './measure-tool.ts';

export const TOOL_WEIGHTS: Record<keyof ToolMeasures, number> = {
  bias: -0.629,
  spokenSame: -0.734,
  spokenAlike: 0.225,
  guidanceSame: -0.289,
  guidanceAlike: 1.302,
  bothAlike: 1.588,
  alternative: 1.102,
  alternativeOnly: 1.085,
  alternativeOnlySquared: 0.449,
  labelAlike: 1.166,
  labelTopic: 0.409,
  strongestMatch: 0.876,
  evidence: 1.863,
  evidenceInGuidance: 2.181,
  contradiction: -0.484,
  deedUnsaid: -0.27,
  questionForWish: -0.624,
  questionForQuestion: 1.547,
  askedFor: 1.387,
  reportForState: 2.325,
  human: 3.64,
  hasExamples: -0.877,
  example: 0.417,
  exampleSquared: 2.645,
};

export const SILENCE_WEIGHTS: Record<keyof SilenceMeasures, number> = {
  bias: 0.729,
  smallTalk: 1.665,
  factQuestion: 0.702,
  yesNoQuestion: 0.545,
  wish: 0.498,
  request: 0.803,
  mayI: 0.834,
  command: -0.267,
  firstPerson: 0.681,
  negation: -0.238,
  impersonalQuestion: 0.742,
  empty: 1.148,
  oneWord: 0.695,
  length: 0.788,
};
