import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deadlines } from './agent/turn/deadlines.ts';
import type { ConnectionDeps, RenewalPoint } from './connections/connection-deps.ts';
import type { CallPoint } from './ledger/ledger-deps.ts';
import type { SendMail } from './mail/send-mail.ts';
import type { Outgoing } from './open-outgoing.ts';
import type { Database } from './platform/database/open-database.ts';
import type { Env } from './platform/env.ts';
import type { Endpoint } from './platform/http/endpoint.ts';
import type { Log } from './platform/log.ts';
import type { Redactor } from './platform/secrets/redactor.ts';
import type { Vault } from './platform/secrets/vault.ts';
import type { Actors, WorkspaceActor } from './workspace/actors.ts';

export interface AppOptions {
  env: Pick<Env, 'apiKey' | 'rateLimit' | 'trustProxy' | 'modelDefaults' | 'connectionAddresses' | 'backup'>;
  database: Database;
  log: Log;
  vault: Vault;
  redactor: Redactor;
  outgoing: Pick<Outgoing, 'egress' | 'modelEgress'>;
  /** Where this server is reached, without a trailing slash; asked once it listens. */
  publicUrl(): string;
  /** Where backups are kept; asked once it is needed. */
  backupFolder(): string;
  /** Signs the cookies of people's sessions. */
  sessionSecret: string;
  /** What answers for agents without another model. */
  builtin: LanguageModelV4;
  /** Where the build put the widget and the files of the API reference. */
  distDirectory: string;
  deadlines?: Deadlines;
  sendMail: SendMail;
  /** Keys besides the operator's, for other workspaces. */
  otherKeys?: { key: string; actor: WorkspaceActor }[];
  /** Where a test stops the process. */
  onPoint?(point: CallPoint | RenewalPoint): Promise<void> | void;
}

export interface App {
  http: OpenAPIHono;
  /** Every route with who may call it. */
  endpoints: Endpoint<Actors>[];
  /** Opens the door: ready, and looking for turns that were left open. */
  begin(): void;
  stop(): Promise<void>;
  /** What happens to connections, for tests to follow. */
  connectionEvents: ConnectionDeps['events'];
  /** Ends what a process that died has left half done. */
  sweepConnections(): Promise<void>;
  /** A key for this process itself, known to nobody else. */
  ownKey: string;
  /** Where the first owner makes their account, with the code for it; null: somebody has one. */
  findSetupLink(): Promise<{ url: string; code: string } | null>;
}
