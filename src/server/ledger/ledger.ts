import { setTimeout as wait } from 'node:timers/promises';
import { CALL_COLUMNS, type CallRow } from './call-row.ts';
import type { LedgerDeps } from './ledger-deps.ts';
import type { CallPlace, NewCall } from './new-call.ts';
import { type CallPolicy, runCall } from './run-call.ts';
import { type Started, startCall } from './start-call.ts';
import { startConfirmedCall } from './start-confirmed-call.ts';
import { takeOverCall } from './take-over-call.ts';

const LOOK_AGAIN_MS = 200;

export type Performed = { call: CallRow } | Extract<Started, { refused: unknown }>;

/** The one path to every effect outside: a call is a row before it is sent, and there is one of each. */
export class Ledger {
  private readonly deps: LedgerDeps;
  /** What this process is sending, by key. */
  private readonly onTheirWay = new Map<string, Promise<CallRow>>();

  constructor(deps: LedgerDeps) {
    this.deps = deps;
  }

  /** Makes a call, or waits for the one of the same key. */
  async perform(call: NewCall, policy: CallPolicy): Promise<Performed> {
    return this.follow(await startCall(this.deps, call), policy);
  }

  /** Makes a call that the visitor has confirmed. */
  async performConfirmed(call: CallRow, place: CallPlace, policy: CallPolicy): Promise<Performed> {
    return this.follow(await startConfirmedCall(this.deps, call, place), policy);
  }

  /** Makes a call that a card has begun, or waits for it: then it is not made a second time, whoever asks. */
  async performBegun(started: Exclude<Started, { refused: unknown }>, policy: CallPolicy): Promise<CallRow> {
    return 'begun' in started ? this.run(started.begun, policy) : this.settle(started.existing, null);
  }

  /**
   * Waits for a call that was sent: by this process, by another one, or by one that has died.
   * @param policy null: it cannot be sent again, since the action is not what it was
   */
  async settle(call: CallRow, policy: CallPolicy | null): Promise<CallRow> {
    for (let row = call; ; ) {
      const own = this.onTheirWay.get(row.key);
      if (own) return own;
      if (row.state !== 'sent') return row;
      const taken = await takeOverCall(this.deps, row, policy !== null);
      if (policy && taken?.state === 'sent') return this.run(taken, policy);
      if (taken) return taken;
      await wait(LOOK_AGAIN_MS);
      row = await this.read(row);
    }
  }

  /** Lets what is on its way end, so that its outcome is known. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.onTheirWay.values());
  }

  private async follow(started: Started, policy: CallPolicy): Promise<Performed> {
    if ('refused' in started) return started;
    return {
      call:
        'begun' in started
          ? await this.run(started.begun, policy)
          : await this.settle(started.existing, policy),
    };
  }

  private run(row: CallRow, policy: CallPolicy): Promise<CallRow> {
    const running = runCall(this.deps, row, policy).finally(() => this.onTheirWay.delete(row.key));
    this.onTheirWay.set(row.key, running);
    return running;
  }

  private async read({ id }: CallRow): Promise<CallRow> {
    const { rows } = await this.deps.pool.query<CallRow>({
      name: 'call-by-id',
      text: `select ${CALL_COLUMNS} from calls where id = $1`,
      values: [id],
    });
    if (!rows[0]) throw new Error('the call was erased while it was on its way');
    return rows[0];
  }
}
