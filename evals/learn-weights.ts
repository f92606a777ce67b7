/** One decision to learn from: measures of every tool and of silence, and what was right. */
export interface Lesson {
  tools: Record<string, number>[];
  silence: Record<string, number>;
  /** Index of the right tool; null: none. */
  answer: number | null;
  importance: number;
}

export interface Weights {
  tool: Record<string, number>;
  silence: Record<string, number>;
}

/**
 * Softmax regression over "which tool, or none" with one set of weights for all tools, L2, by Adam.
 * It has no randomness: the same lessons give the same weights.
 */
export function learnWeights(lessons: Lesson[]): Weights {
  const names = namesOf(lessons);
  const problem = toNumbers(lessons, names);
  const scale = rootMeanSquares(problem, names.length);
  const weights = new Float64Array(names.length);
  const momentum = new Float64Array(names.length);
  const velocity = new Float64Array(names.length);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = slope(problem, weights, scale);
    for (let i = 0; i < weights.length; i++) {
      const g = at(gradient, i) + RIDGE * at(weights, i);
      momentum[i] = 0.9 * at(momentum, i) + 0.1 * g;
      velocity[i] = 0.99 * at(velocity, i) + 0.01 * g * g;
      const direction = at(momentum, i) / (1 - 0.9 ** step);
      weights[i] =
        at(weights, i) - (STRIDE * direction) / (Math.sqrt(at(velocity, i) / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return toWeights(
    names,
    weights.map((weight, i) => weight / at(scale, i)),
  );
}

/** The best tool of a lesson, and its log odds against all else. */
export function oddsOfBest({ tools, silence }: Lesson, weights: Weights): { best: number; odds: number } {
  const scores = tools.map((measures) => weigh(measures, weights.tool));
  const best = scores.indexOf(Math.max(...scores));
  const others = [weigh(silence, weights.silence), ...scores.filter((_, i) => i !== best)];
  return {
    best,
    odds: (scores[best] ?? 0) - Math.log(others.reduce((sum, other) => sum + Math.exp(other), 0)),
  };
}

const STEPS = 800;
const STRIDE = 0.05;
const RIDGE = 0.03;

interface Name {
  side: 'tool' | 'silence';
  name: string;
}

/** The choices of a lesson as rows over all names, the right one by its place. */
interface Problem {
  rows: Float64Array[];
  right: number;
  importance: number;
}

function namesOf([first]: Lesson[]): Name[] {
  return [
    ...Object.keys(first?.tools[0] ?? {}).map((name): Name => ({ side: 'tool', name })),
    ...Object.keys(first?.silence ?? {}).map((name): Name => ({ side: 'silence', name })),
  ];
}

function toNumbers(lessons: Lesson[], names: Name[]): Problem[] {
  const total = lessons.reduce((sum, { importance }) => sum + importance, 0);
  const row = (side: Name['side'], measures: Record<string, number>) =>
    Float64Array.from(names, (name) => (name.side === side ? (measures[name.name] ?? 0) : 0));
  return lessons.map(({ tools, silence, answer, importance }) => ({
    rows: [...tools.map((measures) => row('tool', measures)), row('silence', silence)],
    right: answer ?? tools.length,
    importance: importance / total,
  }));
}

/** Of each measure where it is used, so that the ridge weighs on all alike. */
function rootMeanSquares(problems: Problem[], size: number): Float64Array {
  const sums = new Float64Array(size);
  for (const { rows } of problems) {
    rows.forEach((row, choice) => {
      const share = choice === rows.length - 1 ? 1 : 1 / (rows.length - 1);
      for (let i = 0; i < size; i++) sums[i] = at(sums, i) + (share * at(row, i) ** 2) / problems.length;
    });
  }
  return sums.map((sum) => Math.sqrt(sum) || 1);
}

function slope(problems: Problem[], weights: Float64Array, scale: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length);
  for (const { rows, right, importance } of problems) {
    const scores = rows.map((row) =>
      row.reduce((sum, value, i) => sum + (at(weights, i) * value) / at(scale, i), 0),
    );
    const largest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - largest));
    const total = powers.reduce((sum, power) => sum + power, 0);
    rows.forEach((row, choice) => {
      const excess = importance * (at(powers, choice) / total - (choice === right ? 1 : 0));
      for (let i = 0; i < row.length; i++)
        gradient[i] = at(gradient, i) + (excess * at(row, i)) / at(scale, i);
    });
  }
  return gradient;
}

function toWeights(names: Name[], values: Float64Array): Weights {
  const weights: Weights = { tool: {}, silence: {} };
  names.forEach(({ side, name }, i) => {
    weights[side][name] = at(values, i);
  });
  return weights;
}

function weigh(measures: Record<string, number>, weights: Record<string, number>): number {
  return Object.entries(measures).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
