import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4_096;

/** Processor time that one process has used, in ms, to the nearest 10; what its children used is not in it. */
export function cpuMs(pid: number): number {
  const [user, system] = [readStat(pid)[11], readStat(pid)[12]];
  return ((Number(user) + Number(system)) * 1_000) / TICKS_A_SECOND;
}

/** The same for a process and all that it started and that still runs. */
export function treeCpuMs(pid: number): number {
  return listChildren(pid).reduce((sum, child) => sum + treeCpuMs(child), cpuMs(pid));
}

export function residentMiB(pid: number): number {
  return (Number(readStat(pid)[21]) * PAGE_BYTES) / 1_048_576;
}

/** The fields behind the name, which may hold anything. */
function readStat(pid: number): string[] {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}

function listChildren(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
