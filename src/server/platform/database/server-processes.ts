import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ClusterPlace } from './cluster-place.ts';

/** A process of this cluster's PostgreSQL. */
interface ServerProcess {
  pid: number;
  parent: number;
  /** The one that listens and starts the others. */
  isPostmaster: boolean;
}

/** Of the processes of this machine those that run on this cluster, and nothing else. */
export function listServerProcesses(place: ClusterPlace): ServerProcess[] {
  return listPids().flatMap((pid) => describeServerProcess(pid, place) ?? []);
}

/** Undefined: there is no such process, it has ended, or it is not this cluster's. */
export function describeServerProcess(pid: number, place: ClusterPlace): ServerProcess | undefined {
  const seen = process.platform === 'linux' ? readProc(pid) : askPs(pid);
  if (!seen || seen.uid !== (place.user?.uid ?? process.getuid?.())) return undefined;
  const isChild = seen.command.startsWith('postgres: ');
  // A deleted folder is still ours. Root in a container may not look into others' processes: then the title decides.
  const isHere = seen.cwd
    ? seen.cwd.replace(/ \(deleted\)$/, '') === place.cluster
    : isNamedAfter(place, seen.command);
  if (!isHere || seen.program !== 'postgres') return undefined;
  return { pid, parent: seen.parent, isPostmaster: !isChild };
}

function isNamedAfter({ cluster, clusterName }: ClusterPlace, command: string): boolean {
  return command.startsWith(`postgres: ${clusterName}: `) || command.includes(`/postgres -D ${cluster} `);
}

/** Also true for a process of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface SeenProcess {
  uid: number;
  parent: number;
  command: string;
  /** Undefined: we may not know. */
  cwd: string | undefined;
  /** Its file's name. */
  program: string;
}

function listPids(): number[] {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-axo', 'pid='], { encoding: 'utf8' }).split('\n').map(Number);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
}

function readProc(pid: number): SeenProcess | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    // The name in brackets may itself hold brackets and blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return {
      uid: statSync(`/proc/${pid}`).uid,
      parent: Number(fields?.[1]),
      command,
      cwd: readLink(`/proc/${pid}/cwd`),
      program: basename(readLink(`/proc/${pid}/exe`) ?? 'postgres').replace(/ \(deleted\)$/, ''),
    };
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function askPs(pid: number): SeenProcess | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'uid=,ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
    const [, uid, parent, command = ''] = line.match(/^\s*(\d+)\s+(\d+)\s+(.*)$/m) ?? [];
    return {
      uid: Number(uid),
      parent: Number(parent),
      command: `${command} `,
      cwd: undefined,
      program: 'postgres',
    };
  } catch {
    // ps fails when there is no such process.
    return undefined;
  }
}
