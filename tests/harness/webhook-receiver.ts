import { Webhook } from 'standardwebhooks';
import type { StubRequest } from './stub-api.ts';

/** What a receiver that follows Standard Webhooks makes of a request. @throws when the signature is not good */
export function verifyWebhook(secret: string, { body, headers }: StubRequest): Record<string, unknown> {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as Record<string, unknown>;
}
