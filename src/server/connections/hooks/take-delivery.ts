import { notFound } from '../../platform/errors.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { CONNECTION_COLUMNS, type ConnectionRow } from '../connection-row.ts';
import { findKind } from '../find-kind.ts';
import { placeOf } from '../sending/stored-credentials.ts';
import { tellReports } from './tell-reports.ts';

interface Delivery {
  headers: Headers;
  body: Uint8Array;
}

/**
 * Checks who tells it, keeps what concerns us once, and has those told who follow it.
 * @returns false when it is not from the third party. @throws AppError `not_found`
 */
export async function takeDelivery(
  deps: ConnectionDeps,
  id: string,
  { headers, body }: Delivery,
): Promise<boolean> {
  // Whose it is follows from the id; the signature says whether that is true.
  const { rows } = await deps.pool.query<ConnectionRow>({
    name: 'connection-of-hook',
    text: `select ${CONNECTION_COLUMNS} from connections where id = $1 and hook_key is not null`,
    values: [id],
  });
  const [row] = rows;
  if (row?.hook_key == null) throw notFound('connection');
  const { hooks } = findKind(row.kind, deps.addresses).definition;
  const signingKey = await deps.vault.open(row.workspace_id, placeOf(id, 'hook_key'), row.hook_key);
  deps.redactor.add(signingKey);
  const now = Math.floor(Date.now() / 1_000);
  if (!hooks?.verify({ headers, body, signingKey, now })) return false;

  const report = hooks.read(readJson(body));
  if (report === null) return true;
  await deps.pool.query({
    name: 'keep-booking-report',
    text: `insert into booking_reports (connection_id, key, workspace_id, report) values ($1, $2, $3, $4)
      on conflict do nothing`,
    values: [id, report.key, row.workspace_id, report],
  });
  await tellReports(deps, { connectionId: id, key: report.key });
  return true;
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
