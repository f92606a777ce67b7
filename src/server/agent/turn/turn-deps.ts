import type { Pool } from 'pg';
import type { Live } from '../../conversations/sync/live.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../platform/log.ts';
import type { ActionStore } from '../../workspace/actions/actions.ts';
import type { ChooseModel } from '../budget/choose-model.ts';
import type { Deadlines } from './deadlines.ts';

export interface TurnRunnerDeps {
  pool: Pool;
  live: Live;
  actions: ActionStore;
  ledger: Ledger;
  chooseModel: ChooseModel;
  log: Log;
  /** This process, as the owner of turns. */
  owner: string;
  deadlines?: Deadlines;
}
