import { house, type Rooms } from './house.ts';
import type { SourceFile } from './source-file.ts';

/** Imports only go left in the house. Tests may reach where they like. */
export function findLayerFaults(files: SourceFile[]): string[] {
  return files.filter(({ isTest }) => !isTest).flatMap(checkFile);
}

function checkFile(file: SourceFile): string[] {
  const from = findRoom(file.path);
  if (!from)
    return [`${file.path} has no place in the house: give its folder one in tests/architecture/house.ts.`];

  return file.imports.flatMap(({ target, place }) => {
    if (!target) return [];
    const to = findRoom(target);
    if (!to)
      return [`${place} imports ${target}, which is no part of the house. Programs import only from it.`];
    const fault = compareRooms(from, to);
    return fault ? [`${place} imports ${target}. ${fault}`] : [];
  });
}

/** The indexes that lead to the room of a path, and its name. The longest match wins. */
interface Room {
  name: string;
  way: number[];
}

function findRoom(path: string): Room | undefined {
  return listRooms(house, [])
    .filter(({ name }) => path === name || path.startsWith(`${name}/`))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

function listRooms({ rooms }: Rooms, way: number[]): Room[] {
  return rooms.flatMap((room, index) =>
    typeof room === 'string' ? [{ name: room, way: [...way, index] }] : listRooms(room, [...way, index]),
  );
}

function compareRooms(from: Room, to: Room): string | undefined {
  if (from.name === to.name) return undefined;
  const fork = from.way.findIndex((index, depth) => index !== to.way[depth]);
  if (ruleAt(from.way.slice(0, fork)) === 'apart') {
    return `${from.name} and ${to.name} never import each other: what both need belongs to the left of both, such as src/contract.`;
  }
  if ((to.way[fork] ?? 0) < (from.way[fork] ?? 0)) return undefined;
  return `${from.name} is to the left of ${to.name}, and imports only go left: move the code, take it as an argument, or record an event that src/server/wiring.ts answers.`;
}

function ruleAt(way: number[]): Rooms['rule'] {
  let here: Rooms = house;
  for (const index of way) here = here.rooms[index] as Rooms;
  return here.rule;
}
