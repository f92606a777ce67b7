// Made by `node evals/train-router.ts`: do not edit.
import type { SilenceMeasures } from './hear-message.ts';
import type { ToolMeasures } from './measure-tool.ts';

export const TOOL_WEIGHTS: Record<keyof ToolMeasures, number> = {
  bias: -0.63,
  spokenSame: -0.734,
  spokenAlike: 0.227,
  guidanceSame: -0.289,
  guidanceAlike: 1.302,
  bothAlike: 1.587,
  alternative: 1.102,
  alternativeOnly: 1.086,
  alternativeOnlySquared: 0.451,
  labelAlike: 1.166,
  labelTopic: 0.41,
  strongestMatch: 0.877,
  evidence: 1.861,
  evidenceInGuidance: 2.178,
  contradiction: -0.484,
  deedUnsaid: -0.27,
  questionForWish: -0.624,
  questionForQuestion: 1.547,
  askedFor: 1.386,
  reportForState: 2.325,
  human: 3.641,
  hasExamples: -0.876,
  example: 0.417,
  exampleSquared: 2.644,
};

export const SILENCE_WEIGHTS: Record<keyof SilenceMeasures, number> = {
  bias: 0.73,
  smallTalk: 1.662,
  factQuestion: 0.701,
  yesNoQuestion: 0.544,
  wish: 0.498,
  request: 0.803,
  mayI: 0.834,
  command: -0.267,
  firstPerson: 0.681,
  negation: -0.238,
  impersonalQuestion: 0.741,
  empty: 1.146,
  oneWord: 0.708,
  length: 0.789,
};
