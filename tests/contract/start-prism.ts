import { spawn } from 'node:child_process';
import type { Send } from '../../src/connections/outgoing.ts';
import { endProcess } from '../harness/end-process.ts';
import { pickPort } from '../harness/pick-port.ts';
import { waitFor } from '../harness/wait-for.ts';

export interface PrismRequest {
  method: string;
  url: string;
  status: number;
  /** What of it, or of the answer, does not fit the document. */
  violations: string | undefined;
}

/**
 * A mock that checks every request against an OpenAPI document, and answers by it. Neither it nor the documents are part of
 * this repository: PRISM_BIN is Prism's program.
 * @param probe a path that the document has
 * @param strict also an answer that does not fit is an error: only where the document's own examples fit its schemas
 */
export async function startPrism(document: string, { probe, strict }: { probe: string; strict: boolean }) {
  const port = await pickPort();
  const api = `http://127.0.0.1:${port}`;
  // The program itself: ending a wrapper would leave it behind.
  const prism = spawn(
    process.execPath,
    [
      process.env.PRISM_BIN ?? '',
      'mock',
      ...(strict ? ['--errors'] : []),
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      document,
    ],
    { stdio: 'ignore' },
  );
  await waitFor(() => fetch(`${api}${probe}`).catch(() => null), 50_000);
  const sent: PrismRequest[] = [];
  /** @param prefer the answer that is wished for, as `code=429` */
  const sendWith =
    (prefer: string | null): Send =>
    async ({ method, url, headers, body }) => {
      const more: [string, string][] = prefer === null ? [] : [['prefer', prefer]];
      const response = await fetch(url, {
        ...{ method, body },
        headers: [...headers, ['authorization', 'Bearer token'], ...more],
      });
      const violations = response.headers.get('sl-violations') ?? undefined;
      sent.push({ method, url, status: response.status, violations });
      const text = await response.text();
      return { status: response.status, headers: Object.fromEntries(response.headers), text, ms: 1 };
    };
  return { api, sent, sendWith, stop: () => endProcess(prism, 'SIGTERM') };
}
