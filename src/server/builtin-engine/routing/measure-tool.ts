import { bestMatch, sameness } from '../language/compare-words.ts';
import { compareTopics, coverage, nearestReading } from '../language/reading.ts';
import type { CompiledTool } from './compile-tools.ts';
import { contradict, deedsOf } from './deeds.ts';
import type { HeardMessage } from './hear-message.ts';

/** How a message and a tool's guidance go together; each about 0 to 1. Weights: `router-weights.ts`. */
export type ToolMeasures = ReturnType<typeof measureTool>;

export function measureTool({ reading, speech, deeds, namesHuman }: HeardMessage, tool: CompiledTool) {
  const question = Math.max(speech.factQuestion, speech.yesNoQuestion);
  const asking = Math.max(speech.wish, speech.request, speech.mayI, speech.command, speech.howTo);
  const matches = reading.words.map((word) => {
    const match = bestMatch(word, tool.terms);
    return match.likeness * word.weight * match.weight;
  });
  const evidence = Math.min(1, matches.reduce((sum, match) => sum + match, 0) / EVIDENCE_IN_FULL);
  const spokenAlike = coverage(reading.words, tool.terms);
  const guidanceSame = coverage(tool.terms, reading.words, sameness);
  const guidanceAlike = coverage(tool.terms, reading.words);
  const alternative = Math.max(0, ...tool.alternatives.map((words) => coverage(words, reading.words)));
  const example = nearestReading(reading, tool.examples);
  const toolDeeds = deedsOf(tool.terms);
  return {
    bias: 1,
    spokenSame: coverage(reading.words, tool.terms, sameness),
    spokenAlike,
    guidanceSame,
    guidanceAlike,
    bothAlike: spokenAlike * guidanceAlike,
    alternative,
    alternativeOnly: alternative * spokenAlike,
    alternativeOnlySquared: (alternative * spokenAlike) ** 2,
    labelAlike: coverage(tool.label.words, reading.words),
    labelTopic: compareTopics(reading, tool.label),
    strongestMatch: Math.max(0, ...matches),
    evidence,
    evidenceInGuidance: evidence * guidanceSame,
    contradiction: contradict(deeds, toolDeeds) ? 1 : 0,
    deedUnsaid: toolDeeds.size > 0 && ![...toolDeeds].some((deed) => deeds.has(deed)) ? 1 : 0,
    questionForWish: tool.asksAbout ? 0 : question,
    questionForQuestion: tool.asksAbout ? question * alternative : 0,
    askedFor: asking * alternative,
    reportForState: tool.asksAbout || tool.wants ? 0 : speech.report,
    human: namesHuman && question === 0 && isAboutHuman(tool) ? 1 : 0,
    hasExamples: tool.examples.length > 0 ? 1 : 0,
    example,
    exampleSquared: example ** 2,
  };
}

const EVIDENCE_IN_FULL = 3;

/** One of the guidance's alternatives is to reach a person, and nothing else. */
function isAboutHuman(tool: CompiledTool): boolean {
  return tool.alternatives.some((words) =>
    words.every(({ concepts }) => ['human', 'talk', 'contact'].some((concept) => concepts.includes(concept))),
  );
}
