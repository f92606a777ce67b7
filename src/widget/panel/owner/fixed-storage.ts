import type { Storage } from '../state/storage.ts';

/** Remembers nothing beyond the page, and is the visitor of one token whatever happens: other tabs have no part in it. */
export function createFixedStorage(token: string): Storage {
  const kept = new Map<string, string>();
  const get = (name: string) => (name === 'token' ? token : (kept.get(name) ?? null));
  return {
    get,
    set: (name, value) => void kept.set(name, value),
    remove: (name) => void kept.delete(name),
    names: (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)),
    onChange() {},
    alone: (_, task) => task(false),
    arrival: async (name) => get(name),
  };
}
