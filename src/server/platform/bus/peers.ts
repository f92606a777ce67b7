/** A process that was not heard of for this long is gone, or as good as gone: if it wakes, it says so and reads again. */
const FORGOTTEN_AFTER_MS = 100_000;

/** The other processes that listen, as far as they said so. While there are none, nothing need be sent. */
export class Peers {
  private readonly heardAt = new Map<string, number>();

  /** @returns whether it was unknown until now: then it has missed what was not sent to nobody. */
  hear(origin: string): boolean {
    const isNew = !this.heardAt.has(origin);
    this.heardAt.set(origin, Date.now());
    return isNew;
  }

  get isEmpty(): boolean {
    return this.heardAt.size === 0;
  }

  forgetSilent(): void {
    for (const [origin, at] of this.heardAt)
      if (Date.now() - at > FORGOTTEN_AFTER_MS) this.heardAt.delete(origin);
  }
}
