import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By then what the start began is done, and hardly anybody is there yet to notice a pause of some 40 ms. */
const AFTER_MS = 1_000;

/**
 * Gives back, once, what the start of the program left behind. V8 would keep it until it has need of room, which an idle server
 * never has: 15 MiB (bench/README.md).
 * @returns the call that calls it off
 */
export function giveBackMemory(): () => void {
  const timer = setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
