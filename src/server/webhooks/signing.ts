import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const SECRET_BYTES = 32;

/** As Standard Webhooks write it. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The headers of one attempt; with two secrets either of them verifies it. */
export function signHeaders(
  secrets: string[],
  { id, at, body }: { id: string; at: Date; body: string },
): [name: string, value: string][] {
  return [
    ['webhook-id', id],
    ['webhook-timestamp', String(Math.floor(at.getTime() / 1000))],
    ['webhook-signature', secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' ')],
  ];
}
