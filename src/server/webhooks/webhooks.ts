import type { Pool } from 'pg';
import type { NewWebhook, Webhook, WebhookChange } from '../../contract/operation/webhook.ts';
import { type Egress, EgressError } from '../platform/egress/egress.ts';
import { AppError, notFound } from '../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';
import { newSigningSecret } from './signing.ts';
import type { SigningSecrets } from './signing-secrets.ts';
import { toWebhook, WEBHOOK_COLUMNS, type WebhookRow } from './webhook-row.ts';

const MAX_PER_WORKSPACE = 20;
/** For receivers to learn the new secret. */
const BOTH_SIGN_HOURS = 24;

interface WebhookStoreDeps {
  pool: Pool;
  egress: Pick<Egress, 'check'>;
  signingSecrets: SigningSecrets;
}

/** Where events are sent to. */
export function webhookStore({ pool, egress, signingSecrets }: WebhookStoreDeps) {
  const get = async (workspaceId: string, id: string): Promise<Webhook> =>
    toOne(
      await pool.query<WebhookRow>(
        `select ${WEBHOOK_COLUMNS} from webhooks where workspace_id = $1 and id = $2 and connection_id is null`,
        [workspaceId, id],
      ),
    );

  return {
    /** @throws AppError `not_found` */
    get,

    /** The newest first. */
    async list(workspaceId: string, { limit, cursor }: PageQuery) {
      const { rows } = await pool.query<WebhookRow>(
        `select ${WEBHOOK_COLUMNS} from webhooks
          where workspace_id = $1 and connection_id is null and ($2::text is null or id < $2) order by id desc limit $3`,
        [workspaceId, readCursor(cursor, idCursor)?.[0] ?? null, limit + 1],
      );
      return toPage(rows, limit, (row) => [row.id], toWebhook);
    },

    /** @throws AppError `egress_blocked`, or `conflict` when there are too many */
    async create(workspaceId: string, { url, events }: NewWebhook): Promise<Webhook> {
      await checkUrl(egress, url);
      const id = newId();
      const sealed = await signingSecrets.seal({ workspaceId, id, column: 'secret' }, newSigningSecret());
      const { rows } = await pool.query<WebhookRow>(
        `insert into webhooks (id, workspace_id, url, events, secret)
          select $1, $2, $3, $4, $5
          where (select count(*) from webhooks where workspace_id = $2 and connection_id is null) < ${MAX_PER_WORKSPACE}
          returning ${WEBHOOK_COLUMNS}`,
        [id, workspaceId, url, events, sealed],
      );
      if (!rows[0]) throw tooMany();
      return toWebhook(rows[0]);
    },

    /** What is not given stays. Turned off, it drops what is still waiting. @throws AppError `not_found`, `egress_blocked` */
    async change(workspaceId: string, id: string, { url, events, enabled }: WebhookChange): Promise<Webhook> {
      if (url !== undefined) await checkUrl(egress, url);
      return toOne(
        await pool.query<WebhookRow>(
          `with dropped as (
            update webhook_deliveries set state = 'disabled', ended_at = now(), next_attempt_at = null
            where webhook_id = $2 and workspace_id = $1 and state = 'pending' and begun_at is null and not $5::boolean
          )
          update webhooks set url = coalesce($3, url), events = coalesce($4, events), enabled = coalesce($5, enabled),
            disabled_reason = case when $5 is null then disabled_reason end, updated_at = now()
          where workspace_id = $1 and id = $2 and connection_id is null returning ${WEBHOOK_COLUMNS}`,
          [workspaceId, id, url ?? null, events ?? null, enabled ?? null],
        ),
      );
    },

    /** With all that is waiting, and its log. @throws AppError `not_found` */
    async remove(workspaceId: string, id: string): Promise<void> {
      const { rowCount } = await pool.query(
        'delete from webhooks where workspace_id = $1 and id = $2 and connection_id is null',
        [workspaceId, id],
      );
      if (!rowCount) throw notFound('webhook');
    },

    /** The secret that signs. @throws AppError `not_found` */
    async revealSecret(workspaceId: string, id: string): Promise<string> {
      const { rows } = await pool.query<{ secret: string }>(
        'select secret from webhooks where workspace_id = $1 and id = $2 and connection_id is null',
        [workspaceId, id],
      );
      if (!rows[0]) throw notFound('webhook');
      return signingSecrets.open({ workspaceId, id, column: 'secret' }, rows[0].secret);
    },

    /** Makes a new secret; the present one signs beside it for a day. @throws AppError `not_found` */
    async rotateSecret(workspaceId: string, id: string): Promise<Webhook> {
      const current = await this.revealSecret(workspaceId, id);
      const place = { workspaceId, id };
      const [secret, old] = await Promise.all([
        signingSecrets.seal({ ...place, column: 'secret' }, newSigningSecret()),
        signingSecrets.seal({ ...place, column: 'old_secret' }, current),
      ]);
      return toOne(
        await pool.query<WebhookRow>(
          `update webhooks set secret = $3, old_secret = $4, updated_at = now(),
            old_secret_until = now() + interval '${BOTH_SIGN_HOURS} hours'
          where workspace_id = $1 and id = $2 returning ${WEBHOOK_COLUMNS}`,
          [workspaceId, id, secret, old],
        ),
      );
    },
  };
}

export type WebhookStore = ReturnType<typeof webhookStore>;

function toOne({ rows }: { rows: WebhookRow[] }): Webhook {
  if (!rows[0]) throw notFound('webhook');
  return toWebhook(rows[0]);
}

/** What people say is in what is sent: it goes over https, unless the operator allows the host. */
async function checkUrl(egress: Pick<Egress, 'check'>, url: string): Promise<void> {
  try {
    await egress.check(url, { hasSecret: true });
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    throw new AppError('egress_blocked', {
      publicMessage: `url: ${error.message}`,
      details: [{ path: 'url', message: error.message, code: error.reason }],
      cause: error,
    });
  }
}

function tooMany(): AppError {
  return new AppError('conflict', {
    publicMessage: `There are ${MAX_PER_WORKSPACE} webhooks already. Delete one that is no longer needed first.`,
  });
}
