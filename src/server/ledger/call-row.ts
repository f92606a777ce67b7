import type { JsonObject } from '../../actions/define.ts';
import type { SourcedValue } from '../../actions/define-call.ts';
import type { Call, CallState } from '../../contract/call.ts';

/** A row of `calls`, as its statements return it. */
export interface CallRow {
  id: string;
  workspace_id: string;
  agent_id: string;
  action_id: string;
  action_name: string;
  action_version: number;
  kind: string;
  conversation_id: string | null;
  visitor_id: string | null;
  turn_id: string | null;
  effect: 'read' | 'write';
  repeatable: boolean;
  max_attempts: number;
  state: CallState;
  key: string;
  inputs: Record<string, SourcedValue>;
  after_seq: number;
  told: boolean;
  entry_id: string | null;
  hash: string | null;
  expires_at: Date | null;
  request: JsonObject | null;
  response: JsonObject | null;
  result: JsonObject | null;
  card: JsonObject | null;
  error: string | null;
  attempts: Call['attempts'];
  owner: string | null;
  created_at: Date;
  confirmed_at: Date | null;
  sent_at: Date | null;
  ended_at: Date | null;
}

const NAMES: (keyof CallRow)[] = [
  'id',
  'workspace_id',
  'agent_id',
  'action_id',
  'action_name',
  'action_version',
  'kind',
  'conversation_id',
  'visitor_id',
  'turn_id',
  'effect',
  'repeatable',
  'max_attempts',
  'state',
  'key',
  'inputs',
  'after_seq',
  'told',
  'entry_id',
  'hash',
  'expires_at',
  'request',
  'response',
  'result',
  'card',
  'error',
  'attempts',
  'owner',
  'created_at',
  'confirmed_at',
  'sent_at',
  'ended_at',
];

/** The columns of a `CallRow`. */
export const CALL_COLUMNS = NAMES.map((name) => `calls.${name}`).join(', ');

export function toCall(row: CallRow): Call {
  return {
    id: row.id,
    agentId: row.agent_id,
    actionId: row.action_id,
    actionName: row.action_name,
    actionVersion: row.action_version,
    kind: row.kind,
    conversationId: row.conversation_id,
    visitorId: row.visitor_id,
    effect: row.effect,
    state: row.state,
    inputs: row.inputs as Call['inputs'],
    request: row.request,
    response: row.response,
    result: row.result,
    error: row.error,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    sentAt: row.sent_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
