import type { Pool } from 'pg';
import type { Egress } from '../platform/egress/egress.ts';
import type { Engine } from '../platform/engine/engine.ts';
import type { Task } from '../platform/engine/task.ts';
import type { Log } from '../platform/log.ts';
import type { Redactor } from '../platform/secrets/redactor.ts';
import type { Vault } from '../platform/secrets/vault.ts';
import { DELIVER, Dispatcher } from './delivery/dispatcher.ts';
import { type TellDeps, tellBy } from './delivery/tell-by.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { purgeDeliveries } from './purge-deliveries.ts';
import { signingSecretStore } from './signing-secrets.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { webhookStore } from './webhooks.ts';

interface WebhookDeps {
  pool: Pool;
  egress: Egress;
  vault: Vault;
  redactor: Redactor;
  log: Log;
  connections: TellDeps['connections'];
  publicUrl(): string;
}

/** Outgoing webhooks: their routes, the task that the engine runs for them, and the search for what is due. */
export function openWebhooks({ pool, egress, vault, redactor, log, connections, publicUrl }: WebhookDeps) {
  const signingSecrets = signingSecretStore({ vault, redactor });
  const webhooks = webhookStore({ pool, egress, signingSecrets });
  const dispatcher = new Dispatcher({
    pool,
    egress,
    signingSecrets,
    redactor,
    log,
    tellBy: tellBy({ connections, publicUrl }),
  });
  const wake = () => dispatcher.wake();
  const tasks: Record<string, Task> = { [DELIVER]: dispatcher.deliver };
  return {
    tasks,
    endpoints: [...webhookRoutes({ webhooks, wake }), ...deliveryRoutes({ pool, webhooks, wake })],
    begin: (engine: Engine) => dispatcher.begin(engine),
    purge: () => purgeDeliveries(pool),
    stop: () => dispatcher.stop(),
  };
}
