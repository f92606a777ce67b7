import type { PoolClient } from 'pg';
import { CardInvalid, type CardResult, type InputSchema, type JsonObject } from '../../../actions/define.ts';
import { type CallExecutor, InputInvalid, type SourcedValue } from '../../../actions/define-call.ts';
import { findExecutor } from '../../../actions/executors.ts';
import { findKind } from '../../../actions/index.ts';
import type { InputFormPayload } from '../../../contract/entry.ts';
import { IDENTITY, type IdentityRow } from '../../conversations/identity/visitor-identity.ts';
import { AppError } from '../../platform/errors.ts';
import { valuesOf } from '../call-key.ts';
import { CALL_COLUMNS, type CallRow } from '../call-row.ts';
import { isStillThem } from './is-still-them.ts';
import { faultCode, readForm } from './read-form.ts';

type Row = CallRow & {
  current_version: number;
  live: boolean;
  expired: boolean;
  auto_reply: string;
  settings: JsonObject;
  payload: InputFormPayload;
  identity: IdentityRow | null;
};

/**
 * What becomes of a call when the visitor fills in what it still needs, in the transaction of its card and under the
 * conversation's lock. Sent is what the form shows and what they filled in, once, in time, and as the action still is.
 * @throws AppError `card_closed`; CardInvalid with one problem per field
 */
export async function submitInputs(
  client: PoolClient,
  entryId: string,
  op: string,
  values: JsonObject,
): Promise<CardResult> {
  const call = await read(client, entryId);
  if (call?.state !== 'proposed' || (op !== 'submit' && op !== 'dismiss'))
    throw new AppError('card_closed', { publicMessage: 'This has been decided already.' });
  if (op === 'dismiss') {
    await end(client, call.id, 'declined');
    return { state: 'dismissed', payload: { ...call.payload, values: [], fields: [] } };
  }
  if (call.auto_reply !== 'on')
    throw new AppError('card_closed', { publicMessage: 'A person has taken over. Nothing was sent.' });
  const executor = findExecutor(call.kind);
  const isSame = call.live && call.current_version === call.action_version && isStillThem(call);
  if (call.expired || !isSame || !executor || !('perform' in executor)) {
    await end(client, call.id, call.expired ? 'expired' : 'changed');
    return { state: 'expired' };
  }
  const schema = findKind(call.kind)?.inputs(call.settings, []) as InputSchema;
  const filled = readForm(call.payload.fields, schema, values);
  const given = Object.entries(filled).map(([name, value]): [string, SourcedValue] => [
    name,
    { value, source: 'form', at: { entryId } },
  ]);
  const inputs = { ...call.inputs, ...Object.fromEntries(given) };
  const request = preview(executor, call, valuesOf(inputs));
  await confirm(client, call.id, inputs, request);
  const shown = call.payload.fields.flatMap(({ name, label }) =>
    filled[name] === undefined ? [] : [{ label, value: String(filled[name]) }],
  );
  return {
    state: 'submitted',
    payload: { ...call.payload, values: [...call.payload.values, ...shown], fields: [] },
  };
}

function preview(executor: CallExecutor, { settings, payload }: Row, values: JsonObject): JsonObject {
  try {
    return { ...executor.preview({ settings, values }) };
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    const typeOf = (path: string) => payload.fields.find(({ name }) => path === `values.${name}`)?.type;
    throw new CardInvalid(
      error.problems.map((problem) => ({
        ...problem,
        code: problem.code === 'missing_input' ? 'required' : faultCode(typeOf(problem.path)),
      })),
    );
  }
}

async function read(client: PoolClient, entryId: string): Promise<Row | undefined> {
  const { rows } = await client.query<Row>({
    name: 'call-of-form',
    text: `select ${CALL_COLUMNS}, actions.version as current_version, actions.settings,
        actions.archived_at is null and actions.enabled as live, calls.expires_at <= now() as expired,
        conversations.auto_reply, entries.card -> 'payload' as payload, ${IDENTITY} as identity
      from calls join actions on actions.id = calls.action_id
        join conversations on conversations.id = calls.conversation_id
        join visitors visitor on visitor.id = conversations.visitor_id
        join entries on entries.id = calls.entry_id
      where calls.entry_id = $1 for update of calls`,
    values: [entryId],
  });
  return rows[0];
}

async function confirm(client: PoolClient, id: string, inputs: CallRow['inputs'], request: JsonObject) {
  await client.query({
    name: 'confirm-form-call',
    text: `update calls set state = 'confirmed', inputs = $2, request = $3, confirmed_at = now() where id = $1`,
    values: [id, inputs, request],
  });
}

async function end(client: PoolClient, id: string, error: string) {
  await client.query({
    name: 'end-form-call',
    text: `update calls set state = 'failed', error = $2, told = true, ended_at = now() where id = $1`,
    values: [id, error],
  });
}
