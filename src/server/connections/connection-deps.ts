import type { Pool } from 'pg';
import type { MailServers } from '../mail/mail-servers.ts';
import type { Egress } from '../platform/egress/egress.ts';
import type { Events } from '../platform/events.ts';
import type { Log } from '../platform/log.ts';
import type { Redactor } from '../platform/secrets/redactor.ts';
import type { Vault } from '../platform/secrets/vault.ts';
import type { ConnectionEvents } from './events.ts';

/** Where a test can stop a process while it renews tokens. */
export type RenewalPoint = 'before_renewal' | 'after_renewal_before_save' | 'after_renewal';

export interface ConnectionDeps {
  pool: Pool;
  vault: Vault;
  /** Told every credential that comes by. */
  redactor: Redactor;
  egress: Egress;
  log: Log;
  /** By kind and name; what is not here is where the kind says. */
  addresses: Record<string, Record<string, string>>;
  /** Where this server is reached, without a trailing slash. */
  publicUrl(): string;
  events: Events<ConnectionEvents>;
  onPoint?(point: RenewalPoint): Promise<void> | void;
}

/** What it takes to use a connection. */
export interface SendingDeps extends ConnectionDeps {
  mailServers: Pick<MailServers, 'check' | 'send'>;
}
