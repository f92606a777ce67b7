import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveDataDir } from '../src/server/platform/database/resolve-data-dir.ts';
import { checkout } from './harness/checkout.ts';
import { pickPort } from './harness/pick-port.ts';
import { waitFor } from './harness/wait-for.ts';

/** `npm start` as an operator uses it: the script itself, on an embedded PostgreSQL of its own. */
let dataDir: string;
let started: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bellhop-start-'));
  // As root, PostgreSQL runs as another user, who has to get in.
  chmodSync(dataDir, 0o711);
  started = [];
});
afterEach(async () => {
  for (const child of started) await end(child, 'SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(checkout, 'scripts', 'start.mjs')], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...settings },
  });
  started.push(child);
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  await waitFor(() => child.exitCode !== null || said.includes('Ctrl-C stops it'), 30_000);
  return { child, said: () => said };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  return (await exit)[0];
}

const postmaster = () =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('npm start', () => {
  it('prints the addresses, and on Ctrl-C ends with 0 and leaves no PostgreSQL behind', async () => {
    const port = await pickPort();
    const { child, said } = await start({ PORT: String(port) });
    expect(said()).toContain(`http://127.0.0.1:${port}/api/docs`);
    expect(said()).toContain(`http://127.0.0.1:${port + 1}/`);
    const shop = await fetch(`http://127.0.0.1:${port}/demo`);
    expect(await shop.text()).toContain('/widget.js?agent=');
    const database = postmaster();
    expect(await end(child, 'SIGINT')).toBe(0);
    await waitFor(() => !isAlive(database));
  }, 60_000);

  it('after kill -9 takes up the PostgreSQL that runs on, and what it holds', async () => {
    const port = await pickPort();
    const first = await start({ PORT: String(port) });
    const database = postmaster();
    const agentOf = async () =>
      /agent=([\w-]+)/.exec(await (await fetch(`http://127.0.0.1:${port + 1}/`)).text())?.[1];
    const agent = await agentOf();
    await killServerOf(first.child);
    await end(first.child, 'SIGKILL');
    const second = await start({ PORT: String(port) });
    expect(postmaster()).toBe(database);
    expect(await agentOf()).toBe(agent);
    expect(await end(second.child, 'SIGTERM')).toBe(0);
  }, 60_000);

  it('on a port that is taken says so in one line, and leaves no PostgreSQL behind', async () => {
    const port = await pickPort();
    await start({ PORT: String(port) });
    const database = postmaster();
    const other = await start({ PORT: String(port) });
    await waitFor(() => other.child.exitCode !== null);
    expect(other.child.exitCode).toBe(1);
    expect(other.said()).toMatch(new RegExp(`^Bellhop did not start: port ${port} is in use\\..*\n$`));
    expect(isAlive(database)).toBe(true);
  }, 60_000);

  it('with another secret than the database was set up with says so in one line', async () => {
    const first = await start({ PORT: String(await pickPort()) });
    expect(await end(first.child, 'SIGINT')).toBe(0);
    const BELLHOP_SECRET = Buffer.alloc(32, 7).toString('base64');
    const { child, said } = await start({ PORT: String(await pickPort()), BELLHOP_SECRET });
    await waitFor(() => child.exitCode !== null, 30_000);
    expect(child.exitCode).toBe(1);
    expect(said()).toMatch(/Bellhop did not start: BELLHOP_SECRET is not the secret .*\n$/);
  }, 60_000);

  it.each([
    [{ EGRESS_ALLOW: '%%%' }, /^Bellhop did not start: EGRESS_ALLOW cannot be used: .*\n$/],
    [{ BELLHOP_SECRET: 'tooshort' }, /^Bellhop did not start: BELLHOP_SECRET cannot be used: .*\n$/],
    [{ PORT: 'eighty' }, /^Bellhop did not start: PORT cannot be used: .*\n$/],
    [
      { DATA_DIR: import.meta.filename },
      /^Bellhop did not start: The data folder .+ is a file\. Set DATA_DIR .*\n$/,
    ],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^Bellhop did not start: .*127\.0\.0\.1.*\n$/],
  ])(
    'with %j says what is wrong in one line',
    async (settings, line) => {
      const { child, said } = await start(settings);
      await waitFor(() => child.exitCode !== null, 30_000);
      expect(child.exitCode).toBe(1);
      expect(said()).toMatch(line);
    },
    60_000,
  );
});

/** The server is the child of the script; killing the script alone would leave it running. */
async function killServerOf(script: ChildProcess): Promise<void> {
  const children = readFileSync(`/proc/${script.pid}/task/${script.pid}/children`, 'utf8').trim().split(' ');
  for (const pid of children) process.kill(Number(pid), 'SIGKILL');
  await waitFor(() => children.every((pid) => !isAlive(Number(pid))));
}

describe('the data folder', () => {
  it('of two checkouts is never the same', () => {
    const [one, two] = ['one', 'two'].map((name) => {
      const folder = join(dataDir, name);
      return resolveDataDir({ dataDir: join(folder, 'data'), checkout: dataDir });
    });
    expect(one).not.toBe(two);
  });

  it.runIf(process.getuid?.() === 0)('lies elsewhere when only root can reach the checkout', () => {
    chmodSync(dataDir, 0o700);
    const moved = resolveDataDir({ dataDir: join(dataDir, 'data'), checkout: dataDir });
    expect(moved).toMatch(/^\/var\/lib\/bellhop\/[0-9a-f]{8}$/);
    rmSync(moved, { recursive: true });
  });
});
