import type { Pool } from 'pg';
import type { CallPort } from '../../actions/define-call.ts';
import type { Log } from '../platform/log.ts';
import type { ActionStore } from '../workspace/actions/actions.ts';

/** Where a test can stop a process: nothing was sent, nothing was recorded, all was recorded. */
export type CallPoint = 'before_send' | 'after_send_before_save' | 'after_save';

export interface LedgerDeps {
  pool: Pool;
  actions: ActionStore;
  log: Log;
  /** This process, as the owner of the calls it sends. */
  owner: string;
  /** The way out for one call. */
  openPort(call: { workspaceId: string; key: string; endsAt: number }): CallPort;
  /** Removes every secret that this process knows, for what is kept. */
  redact<Value>(value: Value): Value;
  onPoint?(point: CallPoint): Promise<void> | void;
}
