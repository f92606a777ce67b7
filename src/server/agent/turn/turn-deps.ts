import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Pool } from 'pg';
import type { Agent } from '../../../contract/agent.ts';
import type { Live } from '../../conversations/sync/live.ts';
import type { Log } from '../../platform/log.ts';
import type { ActionStore } from '../../workspace/actions/actions.ts';
import type { AgentStore } from '../../workspace/agents/agents.ts';
import type { Deadlines } from './deadlines.ts';

export type ResolveModel = (model: Agent['model']) => LanguageModelV4;

export interface TurnRunnerDeps {
  pool: Pool;
  live: Live;
  agents: AgentStore;
  actions: ActionStore;
  resolveModel: ResolveModel;
  log: Log;
  /** This process, as the owner of turns. */
  owner: string;
  deadlines?: Deadlines;
}
