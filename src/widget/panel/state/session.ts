import type { PageInfo, Session } from '../../../contract/widget/session.ts';
import { post, RequestFailed } from './request.ts';
import type { Storage } from './storage.ts';

interface SessionRequest {
  agentId: string;
  page: PageInfo;
  /** Who the visitor is, signed by the owner's server. */
  identity: string | undefined;
  /** False once the answer is of no use: then nothing is remembered of it. */
  isWanted(): boolean;
}

/**
 * Resumes the visitor that this browser knows, or starts a new one. Tabs opened at once get the same.
 * @throws RequestFailed
 */
export function openSession(
  { agentId, page, identity, isWanted }: SessionRequest,
  storage: Storage,
): Promise<Session> {
  return storage.alone('session', async (waited) => {
    const ask = (token?: string) =>
      post<Session>('/sessions', { agentId, page, identity, ...(token ? { token } : {}) });
    // Tabs are processes: what the other one has stored may take a moment to get here.
    const token = storage.get('token') ?? (waited ? await storage.arrival('token') : null) ?? undefined;
    const session = await ask(token).catch((error: unknown) => {
      if (token && error instanceof RequestFailed && error.code === 'invalid_credential') return ask();
      throw error;
    });
    if (isWanted()) storage.set('token', session.token);
    return session;
  });
}
