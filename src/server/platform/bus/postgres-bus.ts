import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Pool } from 'pg';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import { type Bus, type BusMessage, LocalTopics, RESYNC } from './bus.ts';
import { Peers } from './peers.ts';

const CHANNEL = 'bellhop';
/** PostgreSQL refuses 8,000 bytes and more. */
const MAX_BYTES = 7_900;
/** One NOTIFY per message costs ten times the latency under load. */
const BATCH_MS = 5;
const RECONNECT_MS = 250;
/** How often a process says that it is there, if anybody is. */
const BEAT_MS = 30_000;
/** What the buses say to each other. */
const TO_ALL = '';
const HELLO: BusMessage = { type: 'hello' };
const HERE: BusMessage = { type: 'here' };

type Wire = [topic: string, message: BusMessage];

interface BusOptions {
  pool: Pool;
  /** Opens a session of its own, for LISTEN. */
  connect(): Promise<Client>;
  log: Log;
}

/**
 * A bus over PostgreSQL's LISTEN and NOTIFY. A process that is alone sends nothing, which is a quarter of the statements
 * of a turn; one that comes is heard by its hello, and told to read again what it may have missed before.
 */
export async function openPostgresBus({ pool, connect, log }: BusOptions): Promise<Bus> {
  const origin = newId();
  const local = new LocalTopics(log);
  const peers = new Peers();
  let queue: Wire[] = [];
  let timer: NodeJS.Timeout | undefined;
  let flushing = Promise.resolve();
  let session: Client | undefined;
  let closed = false;

  async function listen(): Promise<void> {
    const client = await connect();
    try {
      client.on('notification', ({ payload }) => receive(payload ?? ''));
      const hello = client.escapeLiteral(JSON.stringify([origin, [[TO_ALL, HELLO]]]));
      await client.query(`LISTEN ${CHANNEL}; NOTIFY ${CHANNEL}, ${hello}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    // Only a session that listens is one to be missed.
    client.once('end', () => void relisten());
    session = client;
    if (closed) await client.end();
  }

  async function relisten(): Promise<void> {
    session = undefined;
    while (!closed) {
      try {
        await pause(RECONNECT_MS);
        if (closed) return;
        await listen();
        local.deliverToAll(RESYNC);
        return;
      } catch (error) {
        log.warn({ err: error }, 'the live session could not be opened again, trying on');
      }
    }
  }

  function receive(payload: string): void {
    const wires = readPayload(payload);
    if (!wires) {
      log.warn('a message on our channel was not one of ours');
      return;
    }
    const [from, messages] = wires;
    if (from === origin) return;
    if (peers.hear(from)) send(TO_ALL, RESYNC);
    for (const [topic, message] of messages) {
      if (topic !== TO_ALL) local.deliver(topic, message);
      else if (message.type === HELLO.type) send(TO_ALL, HERE);
      else if (message.type === RESYNC.type) local.deliverToAll(RESYNC);
    }
  }

  /** A bus that closes says no more: its pool ends right after it, and whoever joins meanwhile was told by nobody. */
  function send(topic: string, message: BusMessage): void {
    if (closed) return;
    queue.push([topic, message]);
    timer ??= setTimeout(() => {
      flushing = flush();
    }, BATCH_MS);
  }

  /** One statement at a time: two of them on two connections could overtake each other. */
  async function flush(): Promise<void> {
    while (queue.length > 0) {
      const messages = queue;
      const payloads = pack(origin, messages);
      queue = [];
      try {
        await pool.query({
          name: 'notify',
          text: 'select pg_notify($1, payload) from unnest($2::text[]) as payload',
          values: [CHANNEL, payloads],
        });
      } catch (error) {
        log.warn({ err: error }, 'live messages were not sent to the other processes');
        if (closed) return;
        // Their readers have to look for themselves, as soon as they can be told so.
        const topics = new Set([...messages, ...queue].map(([topic]) => topic));
        queue = [...topics].map((topic) => [topic, RESYNC]);
        await pause(RECONNECT_MS);
      }
    }
    timer = undefined;
  }

  await listen();
  const beating = setInterval(() => {
    peers.forgetSilent();
    if (!peers.isEmpty) send(TO_ALL, HERE);
  }, BEAT_MS);
  beating.unref();
  return {
    publish(topic, message) {
      local.deliver(topic, message);
      if (!peers.isEmpty) send(topic, message);
    },
    subscribe: (topic, listener) => local.subscribe(topic, listener),
    subscribeAll: (listener) => local.subscribeAll(listener),
    async close() {
      closed = true;
      clearInterval(beating);
      clearTimeout(timer);
      // A batch that is under way goes first: what came after it must not overtake it.
      await flushing;
      await flush();
      await session?.end();
    },
  };
}

/** @returns null for what somebody else has put on our channel */
function readPayload(payload: string): [origin: string, messages: Wire[]] | null {
  try {
    const value: unknown = JSON.parse(payload);
    return Array.isArray(value) && Array.isArray(value[1]) ? (value as [string, Wire[]]) : null;
  } catch {
    return null;
  }
}

/** Cuts a batch into payloads that PostgreSQL takes. A message too large by itself becomes a hint to read again. */
function pack(origin: string, messages: Wire[]): string[] {
  const payloads: string[] = [];
  let batch: string[] = [];
  let bytes = 0;
  const head = `[${JSON.stringify(origin)},[`;
  for (const [topic, message] of messages) {
    let wire = JSON.stringify([topic, message]);
    if (Buffer.byteLength(wire) + head.length + 2 > MAX_BYTES) wire = JSON.stringify([topic, RESYNC]);
    const size = Buffer.byteLength(wire) + 1;
    if (batch.length > 0 && bytes + size + head.length + 2 > MAX_BYTES) {
      payloads.push(`${head}${batch.join(',')}]]`);
      batch = [];
      bytes = 0;
    }
    batch.push(wire);
    bytes += size;
  }
  if (batch.length > 0) payloads.push(`${head}${batch.join(',')}]]`);
  return payloads;
}
