import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 180;

interface Delivery {
  /** `Calendly-Webhook-Signature`. */
  signature: string | null;
  /** As it came. */
  body: Uint8Array;
  signingKey: string;
  /** Seconds since 1970. */
  now: number;
}

/** Whether Calendly has signed these bytes, within three minutes. */
export function verifyCalendlyWebhook({ signature, body, signingKey, now }: Delivery): boolean {
  const { time, mac } = /^t=(?<time>\d{1,12}),v1=(?<mac>[0-9a-f]{64})$/.exec(signature ?? '')?.groups ?? {};
  if (time === undefined || mac === undefined || signingKey === '') return false;
  if (Math.abs(now - Number(time)) > TOLERANCE_SECONDS) return false;
  const wanted = createHmac('sha256', signingKey).update(`${time}.`).update(body).digest();
  return timingSafeEqual(wanted, Buffer.from(mac, 'hex'));
}
