import { z } from 'zod';
import type { OAuthClient } from '../../../connections/define.ts';
import { SendFailed } from '../../../connections/outgoing.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { Tokens } from '../sending/stored-credentials.ts';
import { postForm } from './post-form.ts';

const TIMEOUT_MS = 12_000;

const granted = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.number().positive().nullish(),
});
const refused = z.object({ error: z.string() });

export type TokenAnswer =
  | { state: 'granted'; tokens: Tokens; expiresInSeconds: number | null }
  /** What we hold is worth nothing any more: `invalid_grant`, `invalid_client`, … */
  | { state: 'refused'; error: string }
  /** No answer that can be used. `maybeTaken`: what was sent may be used up all the same. */
  | { state: 'unavailable'; maybeTaken: boolean; message: string };

/** Asks for tokens, once. The answer is not redacted: it is the secret. */
export async function requestTokens(
  { egress, redactor }: Pick<ConnectionDeps, 'egress' | 'redactor'>,
  workspaceId: string,
  client: OAuthClient,
  form: Record<string, string>,
): Promise<TokenAnswer> {
  try {
    const { status, text } = await postForm({ egress, redactor }, workspaceId, client, {
      ...{ url: client.tokenUrl, form, timeoutMs: TIMEOUT_MS },
    });
    return judge(status, text, redactor);
  } catch (error) {
    if (!(error instanceof SendFailed)) throw error;
    return { state: 'unavailable', maybeTaken: error.maybeSent, message: error.message };
  }
}

function judge(status: number, text: string, redactor: ConnectionDeps['redactor']): TokenAnswer {
  const json = readJson(text);
  if (status < 300) {
    const { data } = granted.safeParse(json);
    // It said yes, so the old one is used up, and the new one cannot be read.
    if (!data) return { state: 'refused', error: 'unreadable' };
    const tokens = { access: data.access_token, refresh: data.refresh_token ?? null };
    for (const token of Object.values(tokens)) if (token !== null) redactor.add(token);
    return { state: 'granted', tokens, expiresInSeconds: data.expires_in ?? null };
  }
  const { data } = refused.safeParse(json);
  if (data && [400, 401, 403].includes(status)) return { state: 'refused', error: data.error };
  return { state: 'unavailable', maybeTaken: status >= 500, message: `It answered with status ${status}.` };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
