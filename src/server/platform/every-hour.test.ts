import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everyHour } from './every-hour.ts';
import { createLog } from './log.ts';
import { createRedactor } from './secrets/redactor.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a task that fails, however it does, ends neither the others nor the process', async () => {
  const lines: string[] = [];
  const log = createLog('warn', {
    redactor: createRedactor(),
    destination: { write: (line) => lines.push(line) },
  });
  const ran = vi.fn(async () => {});
  const end = everyHour(log, [
    () => {
      throw new Error('before it was a promise');
    },
    () => Promise.reject(new Error('as a promise')),
    ran,
  ]);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(ran).toHaveBeenCalledTimes(1);
  expect(lines.join()).toContain('before it was a promise');
  expect(lines.join()).toContain('as a promise');
  await vi.advanceTimersByTimeAsync(3_300_000);
  expect(ran).toHaveBeenCalledTimes(2);
  end();
  await vi.advanceTimersByTimeAsync(7_200_000);
  expect(ran).toHaveBeenCalledTimes(2);
});
