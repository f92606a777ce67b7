import type { Context } from 'hono';
import type { Pool } from 'pg';
import type { Mail } from '../../connections/mail.ts';
import type { Log } from '../platform/log.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { RecordPerson } from './audit/record-person.ts';
import type { Accounts } from './auth/accounts.ts';
import type { FindMembership } from './members/find-membership.ts';
import type { SetupCode } from './setup/setup-code.ts';
import type { Throttle } from './throttle.ts';

export interface AccountsDeps {
  pool: Pool;
  accounts: Accounts;
  findMembership: FindMembership;
  setupCode: SetupCode;
  audit: AuditLog;
  recordPerson: RecordPerson;
  throttle: Throttle;
  /** @throws MailNotSent */
  sendWorkspaceMail(workspaceId: string, mail: Mail): Promise<void>;
  addressOf(context: Context): string;
  publicUrl(): string;
  log: Log;
}
