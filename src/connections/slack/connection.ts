import { z } from 'zod';
import { ConnectionProblem, defineConnection, SECRET_ADDRESS } from '../define.ts';
import { type Send, SendFailed } from '../outgoing.ts';
import { formatEvent } from './format-event.ts';
import { judgeAnswer } from './judge-answer.ts';

const TIMEOUT_MS = 10_000;

/** An incoming webhook of Slack: its address is the secret, and leads to one channel. */
export const slack = defineConnection({
  kind: 'slack',
  label: 'Slack',
  description: 'Tells a channel when a visitor asks for a human.',
  settings: z.strictObject({}).prefault({}),
  credentials: () =>
    z.strictObject({
      url: z
        .string()
        .trim()
        .regex(
          /^https:\/\/hooks\.slack\.com\/services\/\w{1,40}\/\w{1,40}\/\w{8,80}$/,
          'must be an address such as https://hooks.slack.com/services/T000/B000/XXXX',
        ),
    }),
  addresses: { hooks: 'https://hooks.slack.com' },
  hosts: (_, { hooks }) => [new URL(hooks).host],
  secrets: ({ url }) => [url, new URL(url).pathname],
  authorize: () => [],
  secretAddress: ({ url }, { hooks }) => `${hooks}${new URL(url).pathname}`,
  async test({ send }) {
    await post(send, 'Bellhop is connected. It writes here when a visitor asks for a human.');
    return { account: {} };
  },
  async tell({ send }, event) {
    const text = formatEvent(event);
    if (text !== null) await post(send, text);
  },
});

/** @throws ConnectionProblem */
async function post(send: Send, text: string): Promise<void> {
  let answer: Awaited<ReturnType<Send>>;
  try {
    answer = await send({
      ...{ method: 'POST', url: SECRET_ADDRESS, headers: [['content-type', 'application/json']] },
      body: JSON.stringify({ text, unfurl_links: false }),
      ...{ secretHeaders: [], hasSecret: true, timeoutMs: TIMEOUT_MS },
    });
  } catch (error) {
    if (!(error instanceof SendFailed)) throw error;
    throw new ConnectionProblem('failing', `Slack could not be reached. ${error.message}`, { cause: error });
  }
  judgeAnswer(answer);
}
