import { createHmac } from 'node:crypto';
import { isSameText } from './is-same-text.ts';

const TOLERANCE_SECONDS = 300;

interface Delivery {
  /** `X-Slack-Request-Timestamp`. */
  timestamp: string | null;
  /** `X-Slack-Signature`. */
  signature: string | null;
  /** As it came. */
  body: string | Uint8Array;
  signingSecret: string;
  /** Seconds since 1970. */
  now: number;
}

/** Whether Slack has signed these bytes, within five minutes. */
export function verifySlack({ timestamp, signature, body, signingSecret, now }: Delivery): boolean {
  if (signingSecret === '' || signature === null || !/^\d{1,12}$/.test(timestamp ?? '')) return false;
  if (Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const mac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return isSameText(signature, `v0=${mac}`);
}
