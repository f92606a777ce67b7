import { networkOf } from '../platform/http/client-address.ts';
import { rateLimiter } from '../platform/http/rate-limits.ts';

/** How often something may be guessed: a password, a code, a link. */
export interface Throttle {
  /** @throws AppError `rate_limited` */
  guess(what: string, address: string): Promise<void>;
}

/** By what is guessed at, whoever does it; and by network, whatever it guesses at. */
export function openThrottle(isOn: boolean): Throttle {
  const byTarget = rateLimiter(
    isOn,
    { name: 'guess-minute', points: 8, seconds: 60 },
    { name: 'guess-hour', points: 40, seconds: 3_600 },
  );
  const byNetwork = rateLimiter(isOn, { name: 'guess-network', points: 60, seconds: 600 });
  return {
    async guess(what, address) {
      const network = networkOf(address);
      await byNetwork(network);
      await byTarget(`${what} ${network}`);
    },
  };
}
