import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRow } from '../connection-row.ts';
import { renewTokens, type SeenConnection } from './renew-tokens.ts';

/** Of many in this process who find at once that a token has ended, one asks for a new one, and all get it. */
export class Renewals {
  private readonly deps: ConnectionDeps;
  private readonly underWay = new Map<string, Promise<ConnectionRow>>();

  constructor(deps: ConnectionDeps) {
    this.deps = deps;
  }

  /** @returns the row with the new tokens. @throws SendFailed */
  renew(row: SeenConnection): Promise<ConnectionRow> {
    const key = `${row.id} ${row.credentials_version}`;
    const existing = this.underWay.get(key);
    if (existing) return existing;
    const renewal = renewTokens(this.deps, row).finally(() => this.underWay.delete(key));
    this.underWay.set(key, renewal);
    return renewal;
  }

  /** Until what is on its way has ended. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.underWay.values());
  }
}
