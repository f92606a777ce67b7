import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until there is an answer. @throws when there is none in time, naming what was asked */
export async function waitFor<T>(
  ask: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  timeoutMs = 10_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`after ${timeoutMs} ms still not: ${ask}`);
    await pause(15);
  }
}
