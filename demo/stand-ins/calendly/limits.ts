interface Window {
  seconds: number;
  most: number;
}

/** Counts requests in sliding windows. */
export class Limits {
  private readonly times = new Map<string, number[]>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Counts one. @returns the headers of the tightest window, and whether it is one too many */
  take(key: string, windows: Window[]): { headers: Record<string, string>; isOver: boolean } {
    const now = this.now();
    const past = (this.times.get(key) ?? []).filter((time) => time > now - 86_400_000);
    const states = windows.map(({ seconds, most }) => {
      const inside = past.filter((time) => time > now - seconds * 1_000);
      const reset = Math.ceil(((inside[0] ?? now) + seconds * 1_000 - now) / 1_000);
      return { most, remaining: most - inside.length - 1, reset };
    });
    const tightest = states.sort((one, other) => one.remaining - other.remaining)[0];
    const isOver = (tightest?.remaining ?? 0) < 0;
    if (!isOver) past.push(now);
    this.times.set(key, past);
    return {
      isOver,
      headers: {
        'X-RateLimit-Limit': String(tightest?.most ?? 0),
        'X-RateLimit-Remaining': String(Math.max(0, tightest?.remaining ?? 0)),
        'X-RateLimit-Reset': String(tightest?.reset ?? 0),
      },
    };
  }
}
