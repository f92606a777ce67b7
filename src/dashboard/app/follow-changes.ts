import { createParser } from 'eventsource-parser';

const AGAIN_MS = 2_000;

export interface Change {
  /** Absent: whatever is shown may be old. */
  conversationId?: string;
}

/** Tells what changes in the workspace until `signal` ends it. After each gap it says once that anything may have. */
export async function followChanges(signal: AbortSignal, onChange: (change: Change) => void): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch('/api/v1/events', {
        headers: { accept: 'text/event-stream', 'x-bellhop': 'dashboard' },
        signal,
      });
      if (response.ok && response.body) await readStream(response.body, onChange);
    } catch (error) {
      // Offline, or the server restarts: the page says so where it matters, and this tries on.
      if (!(error instanceof TypeError) && !signal.aborted) throw error;
    }
    await pause(AGAIN_MS, signal);
  }
}

async function readStream(
  body: ReadableStream<Uint8Array>,
  onChange: (change: Change) => void,
): Promise<void> {
  const parser = createParser({ onEvent: ({ data }) => onChange(JSON.parse(data) as Change) });
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(value);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
