import type { PoolClient } from 'pg';
import type { JsonObject } from '../../actions/define.ts';
import type { SourcedValue } from '../../actions/define-call.ts';
import { newId } from '../platform/ids.ts';
import { CALL_COLUMNS, type CallRow } from './call-row.ts';

/** How long a call is left to a process that is not heard of. Renewed while it is on its way. */
export const CALL_LEASE_SECONDS = 8;
/** How long a visitor can confirm what was asked. */
export const CONFIRMATION_MINUTES = 10;

/** The action as a call remembers it: it can be renamed, changed or archived afterwards. */
export interface CalledAction {
  id: string;
  agentId: string;
  name: string;
  version: number;
  kind: string;
}

interface CallFields {
  workspaceId: string;
  action: CalledAction;
  /** Null: a test by the owner. */
  place: { conversationId: string; visitorId: string; turnId: string | null; afterSeq: number } | null;
  effect: 'read' | 'write';
  repeatable: boolean;
  /** Absent: 1. */
  attempts?: number;
  /** `done`: it happens in this very transaction. */
  state: 'proposed' | 'sent' | 'done';
  key: string;
  inputs: Record<string, SourcedValue>;
  request?: JsonObject;
  result?: JsonObject;
  /** The card that asks for it, and the hash of what it shows. */
  confirmation?: { entryId: string; hash: string };
  owner?: string;
  /** The visitor asks for it with their own hand: that is their word for it, and the card tells them what came of it. */
  isByHand?: boolean;
}

const INSERT = `
insert into calls (id, workspace_id, agent_id, action_id, action_name, action_version, kind, conversation_id, visitor_id,
  turn_id, after_seq, effect, repeatable, state, key, inputs, request, result, entry_id, hash, owner, max_attempts,
  told, confirmed_at, expires_at, lease_until, sent_at, ended_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
  $14 = 'done' or $23,
  case when $23 then now() end,
  case $14 when 'proposed' then now() + interval '${CONFIRMATION_MINUTES} minutes' end,
  case $14 when 'sent' then now() + interval '${CALL_LEASE_SECONDS} seconds' end,
  case when $14 <> 'proposed' then now() end,
  case $14 when 'done' then now() end)
on conflict (key) do nothing returning ${CALL_COLUMNS}`;

/** Writes a new call down. @returns undefined when there is one of this key */
export async function insertCall(client: PoolClient, call: CallFields): Promise<CallRow | undefined> {
  const { action, place } = call;
  const { rows } = await client.query<CallRow>({
    name: 'insert-call',
    text: INSERT,
    values: [
      newId(),
      call.workspaceId,
      action.agentId,
      action.id,
      action.name,
      action.version,
      action.kind,
      place?.conversationId ?? null,
      place?.visitorId ?? null,
      place?.turnId ?? null,
      place?.afterSeq ?? 0,
      call.effect,
      call.repeatable,
      call.state,
      call.key,
      call.inputs,
      call.request ?? null,
      call.result ?? null,
      call.confirmation?.entryId ?? null,
      call.confirmation?.hash ?? null,
      call.owner ?? null,
      call.attempts ?? 1,
      call.isByHand ?? false,
    ],
  });
  return rows[0];
}
