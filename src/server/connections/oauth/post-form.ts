import type { OAuthClient } from '../../../connections/define.ts';
import type { IncomingResponse } from '../../../connections/outgoing.ts';
import { sendOutgoing } from '../../platform/send-outgoing.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

interface Post {
  url: string;
  form: Record<string, string>;
  timeoutMs: number;
}

/** Asks an authorization server, as the owner's application. @throws SendFailed */
export function postForm(
  { egress, redactor }: Pick<ConnectionDeps, 'egress' | 'redactor'>,
  workspaceId: string,
  { clientId, clientSecret }: OAuthClient,
  { url, form, timeoutMs }: Post,
): Promise<IncomingResponse> {
  // RFC 6749, 2.3.1: both are form-encoded before they are joined.
  const pair = [clientId, clientSecret].map((part) => new URLSearchParams({ v: part }).toString().slice(2));
  const basic = Buffer.from(pair.join(':')).toString('base64');
  redactor.add(clientSecret);
  return sendOutgoing(egress, workspaceId, {
    method: 'POST',
    url,
    headers: [
      ['authorization', `Basic ${basic}`],
      ['content-type', 'application/x-www-form-urlencoded'],
      ['accept', 'application/json'],
    ],
    body: new URLSearchParams(form).toString(),
    secretHeaders: ['authorization'],
    hasSecret: true,
    timeoutMs,
  });
}
