import { expect, it } from 'vitest';
import { createLog } from './log.ts';
import { createRedactor } from './secrets/redactor.ts';

const SECRET = 'nq"8/ü\\t-48291375';

function openLog() {
  const lines: string[] = [];
  const redactor = createRedactor();
  const log = createLog('info', { redactor, destination: { write: (line) => lines.push(line) } });
  return { log, lines, redactor };
}

it('writes no secret, wherever it stands, and every line stays JSON', () => {
  const { log, lines, redactor } = openLog();
  redactor.add(SECRET);
  const cause = new Error(`refused: Bearer ${SECRET}`);
  const error = Object.assign(new Error(`GET /?key=${encodeURIComponent(SECRET)}`, { cause }), {
    code: SECRET,
  });
  log.info(`with ${SECRET}`);
  log.info({ [SECRET]: { deep: [SECRET] } }, 'in an object');
  log.error({ err: error }, 'an error');
  log.error(error);
  log.error({ err: new Error(SECRET, { cause: error }), cause: String(cause.stack) }, 'a chain');
  log.child({ binding: Buffer.from(`me:${SECRET}`).toString('base64') }).warn(JSON.stringify({ SECRET }));
  log.info('%s', SECRET);

  expect(lines).toHaveLength(7);
  for (const line of lines) {
    expect(line).toContain('•••');
    expect(line.endsWith('}\n')).toBe(true);
    expect(line).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 16));
    const texts = JSON.stringify(JSON.parse(line));
    for (const form of [SECRET, JSON.stringify(SECRET).slice(1, -1), '48291375'])
      expect(texts).not.toContain(form);
  }
});

it('leaves a line as it is when its escapes only look like a secret', () => {
  const { log, lines, redactor } = openLog();
  redactor.add('next-line');
  log.info('one\next-line');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['one\next-line']);
});

it('costs next to nothing when nothing is found', () => {
  const { log, lines, redactor } = openLog();
  for (let count = 0; count < 50; count++) redactor.add(`sk_live_${crypto.randomUUID()}`);
  const start = performance.now();
  for (let count = 0; count < 5_000; count++)
    log.info({ path: '/api/v1/agents', count }, 'a request was served');
  expect(lines).toHaveLength(5_000);
  // A fraction of this on an idle machine; thousands of lines a second on a busy one.
  expect(performance.now() - start).toBeLessThan(2_500);
});
