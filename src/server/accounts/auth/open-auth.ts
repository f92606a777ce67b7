import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PASSWORD_MIN } from '../../../contract/accounts/person.ts';
import { newId } from '../../platform/ids.ts';
import type { Log } from '../../platform/log.ts';
import { credentials, sessions, users, verifications } from './auth-tables.ts';

/** Of an idle session, seconds; each use within it begins it anew. */
const IDLE_SECONDS = 12 * 3_600;
const RENEWED_AFTER_SECONDS = 15 * 60;
const RESET_SECONDS = 30 * 60;

export interface AuthDeps {
  db: NodePgDatabase;
  /** Signs the cookies of sessions. */
  sessionSecret: string;
  publicUrl(): string;
  /** Hands over the link to a new password. Failing must not tell whether there is such an account. */
  sendResetLink(to: { email: string; name: string }, token: string): Promise<void>;
  /** Told once somebody has set a new password by a link. */
  onReset(email: string): Promise<void>;
  log: Log;
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;

/**
 * better-auth: passwords (scrypt), sessions and their cookie, the tokens of a reset. Its own routes are not mounted: ours call it, so
 * that every route is described, throttled and answered like all others. Loaded with the first sign-in.
 */
export async function openAuth({ db, sessionSecret, publicUrl, sendResetLink, onReset, log }: AuthDeps) {
  const [{ betterAuth }, { drizzleAdapter }] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/adapters/drizzle'),
  ]);
  const baseURL = publicUrl();
  const isSecure = baseURL.startsWith('https:');
  const auth = betterAuth({
    baseURL,
    secret: sessionSecret,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: credentials, verification: verifications },
      transaction: true,
    }),
    session: {
      expiresIn: IDLE_SECONDS,
      updateAge: RENEWED_AFTER_SECONDS,
      additionalFields: { workspaceId: { type: 'string', required: false, input: false } },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by the setup and by invitations only.
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendResetLink(user, token),
      onPasswordReset: ({ user }) => onReset(user.email),
    },
    advanced: {
      cookies: { session_token: { name: isSecure ? '__Host-bellhop' : 'bellhop' } },
      // The name above says already that it is secure; a prefix of the library's own would end what `__Host-` promises.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      database: { generateId: newId },
      // Whose address it is says our own proxy setting, in the audit log.
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      level: 'warn',
      disableColors: true,
      log: (level, message) => log[level]({ from: 'better-auth' }, message),
    },
  });
  // So that what is wrong with the settings is told here, not by the first call.
  await auth.$context;
  return auth;
}
