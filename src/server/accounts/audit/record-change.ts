import type { Context } from 'hono';
import type { AuditEntry } from '../../../contract/accounts/audit.ts';
import type { Change } from '../../platform/http/endpoint.ts';
import type { Log } from '../../platform/log.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';
import type { AuditLog } from './audit-log.ts';

interface RecordDeps {
  audit: AuditLog;
  redact(value: unknown): unknown;
  addressOf(context: Context): string;
  log: Log;
}

/** Notes each change that a call of the workspace API has made. In one place, so that no route can forget it. */
export function recordChange({
  audit,
  redact,
  addressOf,
  log,
}: RecordDeps): (change: Change) => Promise<void> {
  return async ({ actor, spec, params, body, result, context }) => {
    if (spec.access !== 'workspace') return;
    const who = actor as WorkspaceActor;
    const entry = {
      workspaceId: who.workspaceId,
      actor: tellActor(who),
      // This server calls itself for its sample, without a network in between.
      ip: context.env?.incoming ? addressOf(context) : null,
      action: `${spec.method} ${spec.path}` as `${string} /${string}`,
      summary: spec.summary,
      target: Object.values(params ?? {}).at(-1) ?? idOf(result),
      change: spec.isPersonal ? null : redact(maskSecrets(body)),
    };
    // It is done by now. A failure here would be told as one of the change, and free its Idempotency-Key for a second one.
    await audit
      .add(entry)
      .catch((error) => log.error({ err: error, action: entry.action }, 'the audit log missed something'));
  };
}

function tellActor({ userId, keyId, name }: WorkspaceActor): AuditEntry['actor'] {
  if (userId) return { type: 'person', id: userId, name };
  return { type: 'key', id: keyId ?? null, name };
}

function idOf(result: unknown): string | null {
  const isObject = typeof result === 'object' && result !== null;
  return isObject && 'id' in result && typeof result.id === 'string' ? result.id : null;
}

const SECRET_FIELDS =
  /^(value|password|current|token|secret|credentials|code|key)$|secret$|password$|token$/i;

/** By name: what is not known as a secret yet, such as one that was just refused, is masked as well. */
function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_FIELDS.test(name) ? '•••' : maskSecrets(inner),
    ]),
  );
}
