import { ConnectionProblem } from '../define.ts';
import type { IncomingResponse } from '../outgoing.ts';

const RENEW = 'Make a new one at https://api.slack.com/apps under Incoming Webhooks, and connect again.';

/** @throws ConnectionProblem for every answer but that it was posted */
export function judgeAnswer({ status, text, headers }: IncomingResponse): void {
  if (status === 200) return;
  const code = text.trim().slice(0, 60);
  if (status === 429) {
    const seconds = Number(headers['retry-after']);
    const wait = Number.isFinite(seconds) ? ` Try again in ${seconds} seconds.` : '';
    throw new ConnectionProblem('failing', `Slack wants fewer messages just now.${wait}`);
  }
  if (code === 'channel_is_archived')
    throw new ConnectionProblem('reconnect', `The channel of this address is archived. ${RENEW}`);
  if (status === 403 || status === 404 || status === 410)
    throw new ConnectionProblem('reconnect', `Slack does not know this address any more. ${RENEW}`);
  throw new ConnectionProblem('failing', `Slack answered with ${status}. Try again in a minute.`);
}
