import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a webhook of Cal.com was signed with this secret. It has no timestamp: whoever takes it has to know a repeat.
 * @param signature the header `X-Cal-Signature-256`
 */
export function verifyCalWebhook(
  rawBody: string | Uint8Array,
  signature: string | undefined,
  secret: string,
): boolean {
  if (!secret || !signature || !/^[0-9a-f]{64}$/i.test(signature)) return false;
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
