import { createParser } from 'eventsource-parser';
import type { CardOp, Entry } from '../../src/contract/entry.ts';
import type { Session } from '../../src/contract/widget/session.ts';
import type { StreamEvent } from '../../src/contract/widget/stream.ts';
import { waitFor } from './wait-for.ts';

/** A visitor as the widget is one: over HTTP, with a token, following the events. */
export class VisitorClient {
  readonly session: Session;
  /** What has arrived, in the order of arrival. */
  readonly events: StreamEvent[] = [];
  private origin: string;
  private readonly aborts = new Set<AbortController>();

  private constructor(origin: string, session: Session) {
    this.origin = origin;
    this.session = session;
  }

  static async start(origin: string, agentId: string, token?: string): Promise<VisitorClient> {
    const response = await fetch(`${origin}/widget/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agentId, ...(token ? { token } : {}) }),
    });
    if (!response.ok) throw new Error(`session: ${response.status} ${await response.text()}`);
    return new VisitorClient(origin, (await response.json()) as Session);
  }

  /** Goes on at another process of the same server. */
  at(origin: string): this {
    this.origin = origin;
    return this;
  }

  /** The timeline as the events have told it, sorted. */
  get entries(): Entry[] {
    const byId = new Map<string, Entry>();
    for (const { event, data } of this.events) if (event === 'entry') byId.set(data.id, data);
    return [...byId.values()].sort((a, b) => a.seq - b.seq);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async send(text: string, clientId: string = crypto.randomUUID()): Promise<Entry> {
    const response = await this.post('/widget/v1/messages', { clientId, text });
    if (!response.ok) throw new Error(`message: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { entry: Entry }).entry;
  }

  /** Sends and reads the answer's own stream to its end. */
  async ask(text: string): Promise<StreamEvent[]> {
    const body = { clientId: crypto.randomUUID(), text };
    const response = await this.post('/widget/v1/messages', body, { accept: 'text/event-stream' });
    if (!response.ok) throw new Error(`message: ${response.status} ${await response.text()}`);
    const events: StreamEvent[] = [];
    await readEvents(response, (event) => events.push(event));
    return events;
  }

  useCard(entryId: string, op: CardOp, values?: Record<string, unknown>): Promise<Response> {
    return this.post(`/widget/v1/cards/${entryId}`, {
      clientId: crypto.randomUUID(),
      op,
      ...(values ? { values } : {}),
    });
  }

  /** One page without streaming. */
  async list(after = 0): Promise<Entry[]> {
    const response = await fetch(`${this.origin}/widget/v1/events?after=${after}`, {
      headers: { ...this.headers, accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`events: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { items: Entry[] }).items.sort((a, b) => a.seq - b.seq);
  }

  /** Follows the events from a cursor on until `close`; resolves once the stream is open. */
  async follow(after = 0): Promise<void> {
    const abort = new AbortController();
    this.aborts.add(abort);
    const response = await fetch(`${this.origin}/widget/v1/events?after=${after}`, {
      headers: { ...this.headers, accept: 'text/event-stream' },
      signal: abort.signal,
    });
    if (!response.ok) throw new Error(`events: ${response.status} ${await response.text()}`);
    readEvents(response, (event) => this.events.push(event)).catch((error) => {
      if (!abort.signal.aborted) this.lost = error;
    });
  }

  /** Why the followed stream broke, if it did. */
  lost: unknown;

  /** Waits until an entry that fits has arrived on the followed stream. */
  async entry(fits: (entry: Entry) => boolean, timeoutMs?: number): Promise<Entry> {
    return waitFor(() => this.entries.find(fits), timeoutMs);
  }

  close(): void {
    for (const abort of this.aborts) abort.abort();
  }

  private get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.session.token}` };
  }
}

async function readEvents(response: Response, onEvent: (event: StreamEvent) => void): Promise<void> {
  const parser = createParser({
    onEvent: ({ event, data }) => onEvent({ event, data: JSON.parse(data) } as StreamEvent),
  });
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
}
