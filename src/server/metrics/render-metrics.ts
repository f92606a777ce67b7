/** Name of a measurement, with what it is for people and its values: one, or one by label. */
export interface Metric {
  name: string;
  type: 'counter' | 'gauge';
  help: string;
  value: number | { label: string; values: Record<string, number> };
}

/** Writes measurements as Prometheus reads them, text format 0.0.4. Labels hold our own words only: nothing is escaped. */
export function renderMetrics(metrics: Metric[]): string {
  const lines = metrics.flatMap(({ name, type, help, value }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...(typeof value === 'number'
      ? [`${name} ${value}`]
      : Object.entries(value.values).map(([of, count]) => `${name}{${value.label}="${of}"} ${count}`)),
  ]);
  return `${lines.join('\n')}\n`;
}
