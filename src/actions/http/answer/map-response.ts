import type { JsonObject } from '../../define.ts';
import { compilePath } from '../compile-path.ts';

/** Of all fields together; a model should read an answer, not a database. */
const MAX_CHARS = 16_384;
const MAX_MATCHES = 100;

/**
 * Reads what the owner allowed to be read, and nothing else. One match is the value itself, several are a list; a field
 * that is not there is left out.
 */
export function mapResponse(text: string, fields: { path: string; name: string }[]): JsonObject {
  const answer = parse(text);
  if (answer === undefined) return {};
  const found: [string, unknown][] = [];
  let room = MAX_CHARS;
  for (const { path, name } of fields) {
    const query = compilePath(path);
    if (query instanceof Error) throw query;
    const values = query.query(answer).values().slice(0, MAX_MATCHES);
    if (values.length === 0) continue;
    const value = cut(values.length === 1 ? values[0] : values, room);
    room -= JSON.stringify(value)?.length ?? 0;
    found.push([name, value]);
    if (room <= 0) break;
  }
  return Object.fromEntries(found);
}

/** What is too long to be read becomes the start of its text. */
function cut(value: unknown, room: number): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= room ? value : `${text.slice(0, Math.max(0, room))}…`.toWellFormed();
}

function parse(text: string) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // An answer that is no JSON has no fields; its status still says how it went.
    return undefined;
  }
}
