import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Context } from 'hono';
import type { Pool } from 'pg';
import type { SendMail } from '../mail/send-mail.ts';
import type { Authenticators, Change, Endpoint } from '../platform/http/endpoint.ts';
import type { Log } from '../platform/log.ts';
import type { Vault } from '../platform/secrets/vault.ts';
import type { Actors } from '../workspace/actors.ts';
import type { AccountsDeps } from './accounts-deps.ts';
import { apiKeyRoutes } from './api-keys/api-key-routes.ts';
import { type KnownKey, keyFinder } from './api-keys/find-key.ts';
import { openAuditLog } from './audit/audit-log.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { recordChange } from './audit/record-change.ts';
import { personRecorder } from './audit/record-person.ts';
import { openAccounts } from './auth/accounts.ts';
import { personAuthenticator, workspaceAuthenticator } from './authenticate.ts';
import { membershipFinder } from './members/find-membership.ts';
import { invitationRoutes } from './members/invitation-routes.ts';
import { memberRoutes } from './members/member-routes.ts';
import { passwordRoutes } from './password-routes.ts';
import { purgeSessions } from './purge-sessions.ts';
import { resetMail } from './reset-mail.ts';
import { sessionRoutes } from './session-routes.ts';
import { isSetupNeeded } from './setup/is-setup-needed.ts';
import { SetupCode } from './setup/setup-code.ts';
import { setupRoutes } from './setup/setup-routes.ts';
import { openThrottle } from './throttle.ts';

interface OpenOptions {
  pool: Pool;
  db: NodePgDatabase;
  sessionSecret: string;
  vault: Pick<Vault, 'digest'>;
  /** Keys that work besides those of the table. */
  knownKeys: KnownKey[];
  /** For what belongs to the installation. */
  sendMail: SendMail;
  sendWorkspaceMail: AccountsDeps['sendWorkspaceMail'];
  rateLimit: boolean;
  redact(value: unknown): unknown;
  addressOf(context: Context): string;
  publicUrl(): string;
  log: Log;
}

export interface AccountsFeature {
  endpoints: Endpoint<Actors>[];
  authenticators: Pick<Authenticators<Actors>, 'workspace' | 'person'>;
  onChange(change: Change): Promise<void>;
  /** Where the first owner makes their account; null: there is one. */
  findSetupLink(): Promise<{ url: string; code: string } | null>;
  /** Has to be called once for the workspace of whoever runs this. */
  beginLog(workspace: { id: string; isNew: boolean }): Promise<void>;
  purge(): Promise<void>;
}

/** Who may do what: people, their roles and sessions, keys of programs, and the log of what they changed. */
export function openAccountsFeature(options: OpenOptions): AccountsFeature {
  const { pool, db, sessionSecret, knownKeys, sendMail, addressOf, publicUrl, log } = options;
  const { digest } = options.vault;
  const audit = openAuditLog(pool, digest);
  const recordPerson = personRecorder(pool, audit, log);
  const sendResetLink = resetMail({ sendMail, publicUrl, log });
  const onReset = (email: string) =>
    recordPerson({
      email,
      ip: null,
      action: 'password-reset',
      summary: 'Set a new password by a mailed link',
    });
  const accounts = openAccounts({ db, sessionSecret, publicUrl, sendResetLink, onReset, log });
  const setupCode = new SetupCode();
  const deps: AccountsDeps = {
    ...{ pool, accounts, setupCode, addressOf, publicUrl, log },
    sendWorkspaceMail: options.sendWorkspaceMail,
    findMembership: membershipFinder(pool),
    ...{ audit, recordPerson },
    throttle: openThrottle(options.rateLimit),
  };
  const callers = { ...deps, findKey: keyFinder(pool, knownKeys) };
  return {
    endpoints: [
      ...setupRoutes(deps),
      ...sessionRoutes(deps),
      ...passwordRoutes(deps),
      ...memberRoutes(deps),
      ...invitationRoutes(deps),
      ...apiKeyRoutes(pool),
      ...auditRoutes(pool, digest),
    ],
    authenticators: { workspace: workspaceAuthenticator(callers), person: personAuthenticator(callers) },
    onChange: recordChange({ audit: deps.audit, redact: options.redact, addressOf, log }),
    async findSetupLink() {
      if (!(await isSetupNeeded(pool))) return null;
      const { code } = setupCode;
      return { url: `${publicUrl()}/setup?code=${code}`, code };
    },
    beginLog: ({ id, isNew }) => (isNew ? audit.begin(id) : audit.prepare(id)),
    purge: () => purgeSessions(pool),
  };
}
