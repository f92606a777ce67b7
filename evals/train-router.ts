/**
 * Learns the weights of the built-in engine's router and writes `router-weights.ts`:
 *
 *   node evals/train-router.ts <folder with bots.json, routing.jsonl, examples.jsonl>
 *
 * The weights are shared by all bots, so what is printed first is the honest score: each bot judged by weights learned
 * from the other bots only.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAssets } from '../src/server/builtin-engine/find-assets.ts';
import { readText } from '../src/server/builtin-engine/language/reading.ts';
import { WordVectors } from '../src/server/builtin-engine/language/word-vectors.ts';
import { compileTools } from '../src/server/builtin-engine/routing/compile-tools.ts';
import { hearMessage, measureSilence } from '../src/server/builtin-engine/routing/hear-message.ts';
import { measureTool } from '../src/server/builtin-engine/routing/measure-tool.ts';
import { SMALL_TALK } from '../src/server/builtin-engine/vocabulary/small-talk.ts';
import { type Lesson, learnWeights, oddsOfBest, type Weights } from './learn-weights.ts';
import { type EvalBot, type EvalCase, type EvalData, loadCases } from './load-cases.ts';
import { type Outcome, scoreOutcomes } from './score.ts';

/** Examples given to the router in the second half of the lessons; the rest of them are lessons themselves. */
const EXAMPLES_GIVEN = 5;
const EXAMPLE_LESSON_IMPORTANCE = 0.4;
/** Added to the odds of silence: a wrong action annoys more than a missing one. */
const CAUTION = 0.1;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node evals/train-router.ts <folder>');
const data = loadCases(folder);
const vectors = WordVectors.read(join(findAssets(), 'word-vectors.bin'));
const smallTalk = SMALL_TALK.map((text) => readText(text, vectors));

interface BotLesson extends Lesson {
  case: EvalCase;
  examplesGiven: number;
}

const lessons = [0, EXAMPLES_GIVEN].flatMap((given) =>
  data.bots.flatMap((bot) => lessonsOf(bot, data, given)),
);
for (const given of [0, EXAMPLES_GIVEN]) {
  printScore(
    `leave one bot out, ${given} examples`,
    crossValidate(
      data.bots.map(({ id }) => [id]),
      given,
    ),
  );
  printScore(`learn on half of the bots, ${given} examples`, crossValidate(halves(data.bots), given));
}
writeWeights(learnWeights(lessons));

function lessonsOf(bot: EvalBot, { cases, examples }: EvalData, given: number): BotLesson[] {
  const examplesOf = (action: string) =>
    examples.find((row) => row.bot === bot.id && row.action === action)?.examples ?? [];
  const tools = compileTools(
    bot.actions.map(({ id, name, guidance }) => ({
      label: name,
      guidance: {
        whenToUse: guidance,
        whenNotToUse: '',
        examples: examplesOf(id).slice(0, given),
        counterExamples: [],
      },
    })),
    vectors,
  );
  const toLesson = (one: EvalCase, importance: number): BotLesson => {
    const message = hearMessage(one.messages.at(-1)?.content ?? '', vectors);
    return {
      case: one,
      examplesGiven: given,
      importance,
      tools: tools.map((tool) => measureTool(message, tool)),
      silence: measureSilence(message, smallTalk),
      answer: one.expect === null ? null : bot.actions.findIndex(({ id }) => id === one.expect),
    };
  };
  const own = cases.filter((one) => one.bot === bot.id).map((one) => toLesson(one, 1));
  if (given > 0) return own;
  const more = bot.actions.flatMap(({ id }) =>
    examplesOf(id).map((text): EvalCase => {
      return {
        id: '',
        bot: bot.id,
        messages: [{ role: 'user', content: text }],
        expect: id,
        kind: 'example',
      };
    }),
  );
  return [...own, ...more.map((one) => toLesson(one, EXAMPLE_LESSON_IMPORTANCE))];
}

function crossValidate(folds: string[][], given: number): Outcome[] {
  return folds.flatMap((held) => {
    const weights = learnWeights(lessons.filter((lesson) => !held.includes(lesson.case.bot)));
    return lessons
      .filter((lesson) => held.includes(lesson.case.bot) && lesson.examplesGiven === given)
      .filter((lesson) => lesson.case.kind !== 'example')
      .map((lesson) => {
        const { best, odds } = oddsOfBest(lesson, weights);
        const actions = data.bots.find(({ id }) => id === lesson.case.bot)?.actions;
        return {
          case: lesson.case,
          chosen: odds > CAUTION ? (actions?.[best]?.id ?? null) : null,
          milliseconds: 0,
        };
      });
  });
}

function halves(bots: EvalBot[]): string[][] {
  const ids = bots.map(({ id }) => id);
  return [ids.filter((_, i) => i % 2 === 0), ids.filter((_, i) => i % 2 === 1)];
}

function printScore(title: string, outcomes: Outcome[]): void {
  const score = scoreOutcomes(outcomes);
  const percent = (share: number) => (100 * share).toFixed(1);
  console.log(
    `${title}: macro-F1 ${percent(score.macroF1)}, false triggers ${percent(score.falseTriggers)} %, ` +
      `accuracy ${percent(score.accuracy)} %, near misses left alone ${percent(score.nearMissesLeftAlone)} %`,
  );
}

function writeWeights({ tool, silence }: Weights): void {
  const cautious = { ...silence, bias: (silence.bias ?? 0) + CAUTION };
  const print = (weights: Record<string, number>) =>
    Object.entries(weights)
      .map(([name, weight]) => `  ${name}: ${Number(weight.toFixed(3))},\n`)
      .join('');
  writeFileSync(
    join(import.meta.dirname, '../src/server/builtin-engine/routing/router-weights.ts'),
    `// Made by \`node evals/train-router.ts\`: do not edit.
import type { SilenceMeasures } from './hear-message.ts';
import type { ToolMeasures } from './measure-tool.ts';

export const TOOL_WEIGHTS: Record<keyof ToolMeasures, number> = {
${print(tool)}};

export const SILENCE_WEIGHTS: Record<keyof SilenceMeasures, number> = {
${print(cautious)}};
`,
  );
}
