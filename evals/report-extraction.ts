import type { ExtractedField } from './run-extraction.ts';

/** Shares from 0 to 1; NaN when there is no field to tell by. */
export interface ExtractionReport {
  fields: number;
  right: number;
  byType: Record<string, { fields: number; right: number }>;
  /** Values where none was said, as a share of the fields that expect none. */
  invented: number;
  millisecondsP95: number;
}

export function reportExtraction(results: ExtractedField[]): ExtractionReport {
  const types = [...new Set(results.map(({ field }) => field.type))].sort();
  const unsaid = results.filter((one) => (one.case.expect[one.field.name] ?? null) === null);
  const times = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    ...count(results),
    byType: Object.fromEntries(
      types.map((type) => [type, count(results.filter(({ field }) => field.type === type))]),
    ),
    invented: unsaid.filter(({ value }) => value !== null).length / unsaid.length,
    millisecondsP95: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
  };
}

function count(results: ExtractedField[]): { fields: number; right: number } {
  return { fields: results.length, right: results.filter(({ isRight }) => isRight).length / results.length };
}

export function printExtraction({
  fields,
  right,
  byType,
  invented,
  millisecondsP95,
}: ExtractionReport): string {
  const width = Math.max(3, ...Object.keys(byType).map((type) => type.length));
  return [
    `inputs: ${fields} fields, ${percent(right)} % right`,
    ...Object.entries(byType).map(
      ([type, score]) =>
        `  ${type.padEnd(width)}  ${String(score.fields).padStart(4)}  ${percent(score.right).padStart(5)} %`,
    ),
    `invented ${percent(invented)} % of the fields that were not said`,
    `finding them ${millisecondsP95.toFixed(2)} ms (p95)`,
  ].join('\n');
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : (100 * share).toFixed(1);
}
