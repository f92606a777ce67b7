import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findAny } from './architecture/any-rule.ts';
import { findCycles } from './architecture/cycle-rule.ts';
import { findEnvironmentReads } from './architecture/environment-rule.ts';
import { house, type Rooms } from './architecture/house.ts';
import { findKindNames } from './architecture/kind-name-rule.ts';
import { findKindFaults, listKinds } from './architecture/kind-rule.ts';
import { findLayerFaults } from './architecture/layer-rule.ts';
import { findNameFaults } from './architecture/name-rule.ts';
import { listFiles, readSources } from './architecture/read-sources.ts';
import { findContractPackages, findStrayRuntimes } from './architecture/runtime-rule.ts';
import { budgets, findSizeFaults } from './architecture/size-rule.ts';
import { findSockets } from './architecture/socket-rule.ts';
import type { SourceFile } from './architecture/source-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = readSources(root, ['src', 'demo', 'evals']);
const everything: SourceFile[] = [...programs, ...readSources(root, ['tests', 'scripts', 'bench'])];

describe('the house', () => {
  it('imports only go left', () => expect(findLayerFaults(programs)).toEqual([]));
  it('no import goes in a circle', () => expect(findCycles(everything)).toEqual([]));
  it('a kind knows its folder and its port, no more', () => expect(findKindFaults(programs)).toEqual([]));
  it('nobody else knows a kind by its name', () => expect(findKindNames(programs)).toEqual([]));
  it('no program carries the code of another', () => expect(findStrayRuntimes(programs)).toEqual([]));
  it('the contract stands on zod alone', () => expect(findContractPackages(programs)).toEqual([]));
  it('one file reads the environment', () => expect(findEnvironmentReads(programs)).toEqual([]));
  it('the server opens no connection but to PostgreSQL', () => expect(findSockets(programs)).toEqual([]));
  it('nothing is any', () => expect(findAny(everything)).toEqual([]));
  it('sizes stay within their budgets', () => expect(findSizeFaults(programs)).toEqual([]));
  it('names are kebab-case and say something', () => {
    const folders = ['src', 'demo', 'evals', 'tests', 'scripts', 'bench', 'migrations'];
    const paths = listFiles(root, folders, ['ts', 'tsx', 'mjs', 'css', 'html', 'json', 'sql', 'svg']);
    expect(paths.length).toBeGreaterThan(50);
    expect(findNameFaults(paths)).toEqual([]);
  });
});

describe('the rules look at something', () => {
  it('every room of the house has files', () => {
    const empty = listRooms(house).filter(
      (room) => !programs.some(({ path }) => path === room || path.startsWith(`${room}/`)),
    );
    expect(empty).toEqual([]);
  });

  it('the kinds are found, and the guarded loops exist', () => {
    expect(listKinds(programs)).toEqual(expect.arrayContaining(['button', 'lead-form', 'stop-auto-reply']));
    for (const loop of Object.keys(budgets.loopLines))
      expect(programs.map(({ path }) => path)).toContain(loop);
  });
});

function listRooms({ rooms }: Rooms): string[] {
  return rooms.flatMap((room) => (typeof room === 'string' ? [room] : listRooms(room)));
}
