import { AppError } from '../../platform/errors.ts';
import { type Auth, type AuthDeps, openAuth } from './open-auth.ts';

/** Longer than this nobody stays signed in, however often they come. */
const MAX_DAYS = 30;

export interface SignedIn {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  workspaceId: string | null;
}

/** People's accounts, their passwords and sessions. */
export interface Accounts {
  /** Who the cookie belongs to, and the cookies to send back when the session was renewed. Null: nobody who is signed in. */
  read(headers: Headers): Promise<{ who: SignedIn; cookies: string[] } | null>;
  /** @returns the cookies of the new session @throws AppError `invalid_credential`, the same for a wrong address and a wrong password */
  signIn(email: string, password: string): Promise<{ userId: string; cookies: string[] }>;
  signOut(headers: Headers): Promise<string[]>;
  /** @throws AppError `conflict` when the address has an account */
  create(person: { email: string; name: string; password: string }): Promise<string>;
  /** Sends a link, if there is such an account; the answer and its time are the same if there is none. */
  forgot(email: string): Promise<void>;
  /** @throws AppError `invalid` when the link was used or is too old */
  reset(token: string, password: string): Promise<void>;
  /** Ends every other session of theirs. @throws AppError `invalid` when the current one is wrong */
  changePassword(headers: Headers, current: string, password: string): Promise<string[]>;
}

export function openAccounts(deps: AuthDeps): Accounts {
  let opened: Promise<Auth> | undefined;
  const auth = () => {
    opened ??= openAuth(deps).catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  return {
    async read(headers) {
      // Most calls come with a key, and need nothing of all this.
      if (!headers.get('cookie')?.includes('bellhop=')) return null;
      const { api } = await auth();
      const { response, headers: sent } = await api.getSession({ headers, returnHeaders: true });
      if (!response) return null;
      const { user, session } = response;
      if (Date.now() - session.createdAt.getTime() > MAX_DAYS * 86_400_000) return null;
      const who = {
        ...{ userId: user.id, sessionId: session.id, name: user.name, email: user.email },
        workspaceId: session.workspaceId ?? null,
      };
      return { who, cookies: sent.getSetCookie() };
    },

    async signIn(email, password) {
      const { api } = await auth();
      const { response, headers } = await api
        .signInEmail({ body: { email, password }, returnHeaders: true })
        .catch((error: unknown) => {
          if (isRefusal(error)) throw wrongPassword();
          throw error;
        });
      return { userId: response.user.id, cookies: headers.getSetCookie() };
    },

    async signOut(headers) {
      const { api } = await auth();
      return (await api.signOut({ headers, returnHeaders: true })).headers.getSetCookie();
    },

    async create({ email, name, password }) {
      const { internalAdapter, password: passwords } = await (await auth()).$context;
      if (await internalAdapter.findUserByEmail(email))
        throw new AppError('conflict', { publicMessage: `${email} has an account already.` });
      const hash = await passwords.hash(password);
      // Who comes by a link need not be whom the address belongs to: some links are handed on by hand.
      const user = await internalAdapter.createUser(
        { email, name, emailVerified: false },
        { method: 'admin' },
      );
      await internalAdapter.linkAccount({
        ...{ userId: user.id, accountId: user.id, providerId: 'credential', password: hash },
      });
      return user.id;
    },

    async forgot(email) {
      const { api } = await auth();
      await api.requestPasswordReset({ body: { email } });
    },

    async reset(token, password) {
      const { api } = await auth();
      await api.resetPassword({ body: { token, newPassword: password } }).catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        const message = 'is used up or too old: ask for a new link';
        throw new AppError('invalid', {
          publicMessage: 'This link does not work any more. Ask for a new one.',
          details: [{ path: 'token', message }],
        });
      });
    },

    async changePassword(headers, current, password) {
      const { api } = await auth();
      const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
      const changed = await api
        .changePassword({ headers, body, returnHeaders: true })
        .catch((error: unknown) => {
          if (!isRefusal(error)) throw error;
          throw new AppError('invalid', {
            publicMessage: 'The current password is not right.',
            details: [{ path: 'current', message: 'is not right' }],
          });
        });
      return changed.headers.getSetCookie();
    },
  };
}

function wrongPassword(): AppError {
  return new AppError('invalid_credential', {
    publicMessage: 'This e-mail address and password do not belong together.',
  });
}

/** What better-auth throws for what a caller got wrong; all else is a fault. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'APIError' &&
    'statusCode' in error &&
    Number(error.statusCode) >= 400 &&
    Number(error.statusCode) < 500
  );
}
