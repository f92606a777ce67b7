import type { Pool } from 'pg';
import type { IdentitySecret } from '../../../contract/widget/identity.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId, newToken } from '../../platform/ids.ts';
import type { Redactor } from '../../platform/secrets/redactor.ts';
import type { Place } from '../../platform/secrets/seal.ts';
import type { Vault } from '../../platform/secrets/vault.ts';

interface IdentitySecretDeps {
  pool: Pool;
  vault: Vault;
  /** Told every value that comes by. */
  redactor: Redactor;
}

interface Row {
  id: string;
  last4: string;
  created_at: Date;
}

/** What the servers of owners sign their visitors' identity with: at most two for an agent, so that one can be replaced. */
export function identitySecretStore({ pool, vault, redactor }: IdentitySecretDeps) {
  return {
    /** The newest first. */
    async list(workspaceId: string, agentId: string): Promise<IdentitySecret[]> {
      const { rows } = await pool.query<Row>(
        `select id, last4, created_at from identity_secrets
          where workspace_id = $1 and agent_id = $2 order by id desc`,
        [workspaceId, agentId],
      );
      return rows.map(toIdentitySecret);
    },

    /** The value is told this once. @throws AppError `conflict` when there are two */
    async create(workspaceId: string, agentId: string): Promise<IdentitySecret & { value: string }> {
      const id = newId();
      const value = `bhi_${newToken()}`;
      redactor.add(value);
      const sealed = await vault.seal(workspaceId, placeOf(id), value);
      const { rows } = await pool.query<Row>(INSERT, [id, workspaceId, agentId, sealed, value.slice(-4)]);
      if (!rows[0])
        throw new AppError('conflict', {
          publicMessage:
            'This agent has two identity secrets already. Delete the one that is no longer used.',
        });
      return { ...toIdentitySecret(rows[0]), value };
    },

    /** Tokens that were signed with it are refused from now on. @throws AppError `not_found` */
    async remove(workspaceId: string, agentId: string, id: string): Promise<void> {
      const { rowCount } = await pool.query(
        'delete from identity_secrets where workspace_id = $1 and agent_id = $2 and id = $3',
        [workspaceId, agentId, id],
      );
      if (!rowCount) throw notFound('identity secret');
    },

    /** The values, to check a token with, and the time by the clock of the database. */
    async reveal(workspaceId: string, agentId: string): Promise<{ values: string[]; now: Date }> {
      const { rows } = await pool.query<{ now: Date; id: string | null; value: string | null }>({
        name: 'reveal-identity-secrets',
        text: `select now() as now, id, value from (select) as clock
          left join identity_secrets on workspace_id = $1 and agent_id = $2 order by id desc`,
        values: [workspaceId, agentId],
      });
      const sealed = rows.flatMap(({ id, value }) => (id && value ? [{ id, value }] : []));
      const values = await Promise.all(
        sealed.map(({ id, value }) => vault.open(workspaceId, placeOf(id), value)),
      );
      for (const value of values) redactor.add(value);
      return { values, now: rows[0]?.now ?? new Date() };
    },
  };
}

export type IdentitySecretStore = ReturnType<typeof identitySecretStore>;

// Two at once that take the same slot: the second finds it taken, and is told as if it had come later.
const INSERT = `
insert into identity_secrets (id, workspace_id, agent_id, slot, value, last4)
select $1, $2, $3, slot, $4, $5 from (values (1), (2)) as slots (slot)
where not exists (
  select from identity_secrets taken where taken.agent_id = $3 and taken.slot = slots.slot
)
order by slot limit 1
on conflict (agent_id, slot) do nothing
returning id, last4, created_at`;

function placeOf(id: string): Place {
  return { table: 'identity_secrets', row: id, column: 'value' };
}

function toIdentitySecret({ id, last4, created_at }: Row): IdentitySecret {
  return { id, last4, createdAt: created_at.toISOString() };
}
