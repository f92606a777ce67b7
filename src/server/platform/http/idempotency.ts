import type { Context } from 'hono';
import type { Pool } from 'pg';
import { AppError } from '../errors.ts';
import type { Place } from '../secrets/seal.ts';
import type { Vault } from '../secrets/vault.ts';

interface IdempotencyOptions {
  pool: Pool;
  /** What was asked and answered may hold secrets: it is kept so that who reads the database reads nothing. */
  vault: Vault;
  /** The workspace whose keys these are; null: this actor's writes take no key. */
  scopeOf(actor: unknown): string | null;
  /** Told when a key could not be written down. */
  onError(error: unknown): void;
}

interface Write {
  context: Context;
  actor: unknown;
  method: string;
  raw: string;
}

const KEY_MAX_CHARS = 200;

/**
 * Runs a write once per `Idempotency-Key`: the same key and body get the first answer again, the same key with
 * another body gets 409. The key is taken before the work, so two at once do not both run. An answer that
 * failed is not kept: the caller may try again.
 */
export async function withIdempotencyKey(
  options: IdempotencyOptions,
  { context, actor, method, raw }: Write,
  run: () => Promise<Response>,
): Promise<Response> {
  const key = method === 'get' ? undefined : context.req.header('idempotency-key');
  const scope = key === undefined ? null : options.scopeOf(actor);
  if (key === undefined || scope === null) return run();
  if (key.length > KEY_MAX_CHARS || key === '')
    throw new AppError('invalid', {
      publicMessage: `Idempotency-Key must have 1 to ${KEY_MAX_CHARS} characters.`,
    });

  const request = await options.vault.digest(scope, `${context.req.method} ${context.req.path}\n${raw}`);
  const row = [scope, key];
  const taken = await options.pool.query(TAKE, [...row, request]);
  if (taken.rowCount === 0) return firstAnswer(options, context, scope, key, request);
  let response: Response;
  try {
    response = await run();
  } catch (error) {
    // Nothing was done: the key is free again. Where even that fails, it is after the lease.
    await options.pool
      .query('delete from idempotency_keys where scope = $1 and key = $2', row)
      .catch(options.onError);
    throw error;
  }
  const text = await response.clone().text();
  const answer = [response.status, await options.vault.seal(scope, placeOf(key), text)];
  // The work is done and told, even when its answer could not be kept.
  await options.pool
    .query('update idempotency_keys set status = $3, body = $4 where scope = $1 and key = $2', [
      ...row,
      ...answer,
    ])
    .catch(options.onError);
  return response;
}

// A key is kept for a day. One without an answer belongs to a write that runs, or to a process that died with it.
const TAKE = `
insert into idempotency_keys (scope, key, request) values ($1, $2, $3)
on conflict (scope, key) do update set request = excluded.request, created_at = now(), status = null, body = null
  where idempotency_keys.created_at < now() - interval '24 hours'
    or (idempotency_keys.status is null and idempotency_keys.created_at < now() - interval '60 seconds')
returning 1`;

/** Removes the keys that are no longer kept. */
export async function purgeIdempotencyKeys(pool: Pool): Promise<void> {
  await pool.query(`delete from idempotency_keys where created_at < now() - interval '24 hours'`);
}

function placeOf(key: string): Place {
  return { table: 'idempotency_keys', row: key, column: 'body' };
}

async function firstAnswer(
  { pool, vault }: IdempotencyOptions,
  context: Context,
  scope: string,
  key: string,
  request: string,
) {
  const { rows } = await pool.query<{ request: string; status: number | null; body: string | null }>(
    'select request, status, body from idempotency_keys where scope = $1 and key = $2',
    [scope, key],
  );
  const first = rows[0];
  if (first && first.request !== request)
    throw new AppError('idempotency_mismatch', {
      publicMessage: 'This Idempotency-Key was used with another request.',
    });
  if (!first || first.status === null)
    throw new AppError('conflict', {
      publicMessage: 'The first request with this Idempotency-Key is still running.',
    });
  if (first.body === null)
    throw new AppError('conflict', {
      publicMessage:
        'This was done. Its answer is no longer kept, because the data of a person was erased since.',
    });
  const body = await vault.open(scope, placeOf(key), first.body);
  return context.newResponse(body === '' ? null : body, first.status as 200, {
    'content-type': 'application/json',
    'idempotency-replayed': 'true',
  });
}
