import { createHmac } from 'node:crypto';
import { isSameText } from './is-same-text.ts';

/**
 * Whether Meta (WhatsApp, Messenger, Instagram) has signed these bytes. There is no time in it: whoever takes it has to know a
 * repeat.
 * @param signature the header `X-Hub-Signature-256`
 */
export function verifyMeta(body: string | Uint8Array, signature: string | null, appSecret: string): boolean {
  if (appSecret === '' || signature === null) return false;
  const mac = createHmac('sha256', appSecret).update(body).digest('hex');
  return isSameText(signature, `sha256=${mac}`);
}
