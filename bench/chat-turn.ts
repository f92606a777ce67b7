/**
 * What a chat turn costs: Bellhop against a bare-Node floor and the direct call to the model, in turn in the same run.
 *
 *   node bench/chat-turn.ts [--tool] [--rounds 5] [--seconds 5]     time to first token, turns a second, processor time
 *   node bench/chat-turn.ts [--tool] --turns 5000                   memory, every 500 turns
 *
 * The model is a fake on the loopback that gives 64 tokens at once. With `--tool` it first calls an action, a GET.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { cpuMs, residentMiB, treeCpuMs } from './process-cost.ts';
import { closeRounds, quantile, type Round, runRound } from './run-round.ts';
import { type ChatServers, startChatServers } from './start-chat-servers.ts';

const { values } = parseArgs({
  options: {
    tool: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    turns: { type: 'string' },
  },
});
const MAX_MS = Number(values.seconds) * 1_000;
/** The direct call is over in no time: more of it would measure the load generator. */
const TURNS = { 1: 300, 50: 1_500 } as const;
const WARM_UP = { turns: 300, concurrency: 5, maxMs: 20_000 };
const MEMORY_STEP = 500;

interface Measure extends Round {
  addedP50: number;
  addedP95: number;
  cpu: number;
  postgresCpu: number;
  rss: number;
}
type Name = 'floor' | 'bellhop';

const servers = await startChatServers({ hasTool: values.tool });
try {
  console.log(`load ${loadavg()[0]?.toFixed(1)} before the first round`);
  for (const name of ['floor', 'bellhop'] as const) await runRound(servers.targets[name], WARM_UP);
  if (values.turns === undefined) await compare(servers);
  else await watchMemory(servers, Number(values.turns));
} finally {
  await closeRounds();
  await servers.stop();
}

async function compare({ targets, pids }: ChatServers): Promise<void> {
  for (const concurrency of [1, 50] as const) {
    const limits = { concurrency, turns: TURNS[concurrency], maxMs: MAX_MS };
    const seen: Record<Name, Measure[]> = { floor: [], bellhop: [] };
    for (let round = 0; round < Number(values.rounds); round++) {
      const direct = await runRound(targets.direct, limits);
      for (const name of ['floor', 'bellhop'] as const) {
        const before = [cpuMs(pids[name]), treeCpuMs(pids.postgres)] as const;
        const result = await runRound(targets[name], limits);
        seen[name].push({
          ...result,
          addedP50: result.firstP50 - direct.firstP50,
          addedP95: result.firstP95 - direct.firstP95,
          cpu: (cpuMs(pids[name]) - before[0]) / result.turns,
          postgresCpu: (treeCpuMs(pids.postgres) - before[1]) / result.turns,
          rss: residentMiB(pids[name]),
        });
      }
    }
    console.log(
      `\n${concurrency} at a time, load ${loadavg()[0]?.toFixed(1)}; medians of ${values.rounds} rounds (lowest to highest)`,
    );
    console.table({ floor: row(seen.floor, 'floor'), Bellhop: row(seen.bellhop, 'bellhop') });
  }
}

function row(measures: Measure[], name: Name): Record<string, string> {
  const show = (key: keyof Measure, digits: number) => {
    const all = measures.map((measure) => measure[key]);
    const [low, middle, high] = [Math.min(...all), quantile(all, 0.5), Math.max(...all)];
    return `${middle.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
  };
  return {
    'turns/s': show('turnsASecond', 0),
    'added TTFT p50 ms': show('addedP50', 1),
    'p95 ms': show('addedP95', 1),
    'CPU ms/turn': show('cpu', 2),
    'PostgreSQL ms/turn': name === 'bellhop' ? show('postgresCpu', 2) : '–',
    'RSS MiB': show('rss', 0),
  };
}

async function watchMemory({ targets, pids }: ChatServers, turns: number): Promise<void> {
  for (let done = 0; done < turns; done += MEMORY_STEP) {
    const count = Math.min(MEMORY_STEP, turns - done);
    const { turnsASecond } = await runRound(targets.bellhop, {
      turns: count,
      concurrency: 10,
      maxMs: 60_000,
    });
    const rss = residentMiB(pids.bellhop).toFixed(1);
    console.log(`${String(done + count).padStart(6)} turns  ${rss} MiB  ${turnsASecond.toFixed(0)} turns/s`);
  }
}
