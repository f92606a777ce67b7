import { EgressError } from './egress-error.ts';

interface Owner {
  running: number;
  byHost: Map<string, number>;
  waiting: Waiter[];
}
interface Waiter {
  host: string;
  start(): void;
}

/**
 * How many requests run at a time, for each workspace by itself, so that nobody waits for somebody else's slow API.
 * The others wait in the order in which they came; one whose host is busy lets those behind it pass.
 */
export class Slots {
  private readonly owners = new Map<string, Owner>();
  private readonly limits: { perOwner: number; perHost: number };

  constructor(limits = { perOwner: 20, perHost: 5 }) {
    this.limits = limits;
  }

  /** Waits for a slot; call what it gives when done. @throws EgressError `busy` when the signal ends the waiting */
  async take(ownerId: string, host: string, signal: AbortSignal): Promise<() => void> {
    const owner = this.owners.get(ownerId) ?? { running: 0, byHost: new Map(), waiting: [] };
    this.owners.set(ownerId, owner);
    if (!this.hasRoom(owner, host)) await waitForTurn(owner, host, signal);
    else count(owner, host, 1);
    return () => {
      count(owner, host, -1);
      this.startNext(owner);
      if (owner.running === 0 && owner.waiting.length === 0) this.owners.delete(ownerId);
    };
  }

  private hasRoom({ running, byHost }: Owner, host: string): boolean {
    return running < this.limits.perOwner && (byHost.get(host) ?? 0) < this.limits.perHost;
  }

  private startNext(owner: Owner): void {
    const index = owner.waiting.findIndex(({ host }) => this.hasRoom(owner, host));
    const [next] = index < 0 ? [] : owner.waiting.splice(index, 1);
    if (!next) return;
    count(owner, next.host, 1);
    next.start();
  }
}

function waitForTurn(owner: Owner, host: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiter: Waiter = {
      host,
      start() {
        signal.removeEventListener('abort', leave);
        resolve();
      },
    };
    const leave = () => {
      owner.waiting.splice(owner.waiting.indexOf(waiter), 1);
      const isLate = signal.reason instanceof EgressError && signal.reason.reason === 'timeout';
      reject(new EgressError(isLate ? 'busy' : 'aborted'));
    };
    if (signal.aborted) return reject(new EgressError('aborted'));
    signal.addEventListener('abort', leave, { once: true });
    owner.waiting.push(waiter);
  });
}

function count(owner: Owner, host: string, change: 1 | -1): void {
  owner.running += change;
  const atHost = (owner.byHost.get(host) ?? 0) + change;
  if (atHost === 0) owner.byHost.delete(host);
  else owner.byHost.set(host, atHost);
}
