import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type Send, SendFailed } from '../../src/connections/outgoing.ts';

/** The way out of a host without any guard, for the client of a third party by itself. */
export function plainSend(added: [string, string][] = []): Send {
  return async ({ method, url, headers, body, timeoutMs, isLast }) => {
    const startedAt = performance.now();
    const signal = AbortSignal.timeout(timeoutMs);
    // A connection of its own: the one of a stream that was left early is not to be used again.
    const sent = request(url, {
      method,
      headers: Object.fromEntries([...headers, ...added]),
      agent: false,
      signal,
    });
    try {
      sent.end(body ?? undefined);
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      const text = await readText(response, isLast);
      const ms = Math.round(performance.now() - startedAt);
      return {
        ...{ status: response.statusCode ?? 0, text, ms },
        headers: response.headers as Record<string, string>,
      };
    } catch (error) {
      throw new SendFailed(signal.aborted ? 'timeout' : 'reset', true, String(error));
    } finally {
      sent.destroy();
    }
  };
}

async function readText(
  response: IncomingMessage,
  isLast: (chunk: Uint8Array) => boolean = () => false,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response) {
    chunks.push(chunk);
    if (isLast(chunk)) break;
  }
  return Buffer.concat(chunks).toString();
}
