import { Pool } from 'undici';
import type { Target } from './targets.mjs';

const FIRST = Buffer.from('FIRSTTOK');
const LAST = Buffer.from('LASTTOK');
const LONGEST_TURN_MS = 30_000;
const KEPT_BYTES = 600;

export interface Round {
  turns: number;
  turnsASecond: number;
  /** Milliseconds to the first token, and to the end of the answer. */
  firstP50: number;
  firstP95: number;
  totalP50: number;
  totalP95: number;
}

interface RoundOptions {
  turns: number;
  concurrency: number;
  /** No turn is begun after so long. */
  maxMs: number;
}

const pools = new Map<string, Pool>();
let sent = 0;

/**
 * Asks a target again and again, as many at a time as are told. Only bytes are looked at, so any protocol is fine.
 * @throws when a turn fails: a figure with errors in it is none
 */
export async function runRound(target: Target, { turns, concurrency, maxMs }: RoundOptions): Promise<Round> {
  const first: number[] = [];
  const total: number[] = [];
  const started = performance.now();
  let left = turns;
  const lane = async () => {
    while (left-- > 0 && performance.now() - started < maxMs) {
      const turn = await runTurn(target);
      first.push(turn.first);
      total.push(turn.total);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const seconds = (performance.now() - started) / 1_000;
  return {
    turns: total.length,
    turnsASecond: total.length / seconds,
    firstP50: quantile(first, 0.5),
    firstP95: quantile(first, 0.95),
    totalP50: quantile(total, 0.5),
    totalP95: quantile(total, 0.95),
  };
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export async function closeRounds(): Promise<void> {
  await Promise.all([...pools.values()].map((pool) => pool.close()));
}

async function runTurn({ origin, request }: Target): Promise<{ first: number; total: number }> {
  const { path, headers, body } = request(sent++);
  const started = performance.now();
  const answer = await poolOf(origin).request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  let first = Number.NaN;
  let isWhole = false;
  let seen: Buffer = Buffer.alloc(0);
  for await (const piece of answer.body) {
    seen = Buffer.concat([seen, piece as Buffer]);
    if (Number.isNaN(first) && seen.includes(FIRST)) first = performance.now() - started;
    isWhole ||= seen.includes(LAST);
    // A mark may lie across two pieces; so much more is kept that a failure shows how the answer ended.
    seen = seen.subarray(-KEPT_BYTES);
  }
  if (answer.statusCode === 200 && isWhole) return { first, total: performance.now() - started };
  throw new Error(`${origin}${path} answered ${answer.statusCode} without the whole text: ${seen}`);
}

function poolOf(origin: string): Pool {
  const found = pools.get(origin);
  if (found) return found;
  const times = { headersTimeout: LONGEST_TURN_MS, bodyTimeout: LONGEST_TURN_MS };
  const pool = new Pool(origin, { connections: 256, ...times });
  pools.set(origin, pool);
  return pool;
}
