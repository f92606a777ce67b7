import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';

/** So many points in so many seconds, counted by key in this process. */
export interface RateLimit {
  name: string;
  points: number;
  seconds: number;
}

export type Consume = (key: string) => Promise<void>;

/**
 * Makes the check of one or more limits on the same key.
 * The check throws `rate_limited` with the seconds to wait.
 */
export function rateLimiter(enabled: boolean, ...limits: RateLimit[]): Consume {
  if (!enabled) return async () => {};
  const limiters = limits.map(
    (limit) =>
      new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points, duration: limit.seconds }),
  );
  return async (key) => {
    for (const limiter of limiters) {
      try {
        await limiter.consume(key);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw new AppError('rate_limited', {
          publicMessage: 'That was a lot at once. Please wait a moment and try again.',
          message: `over the limit ${limiter.keyPrefix}`,
          retryAfter: refused.msBeforeNext / 1000,
        });
      }
    }
  };
}
