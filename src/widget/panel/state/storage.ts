/** What this agent's panel remembers in the browser. Shared by all tabs of the site. */
export interface Storage {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  names(prefix: string): string[];
  /** Calls back when another tab has changed something. */
  onChange(listener: (name: string, value: string | null) => void): void;
  /** Runs `task` while no other tab runs one of the same name. */
  alone<Result>(name: string, task: () => Promise<Result>): Promise<Result>;
}

export function createStorage(agentId: string, store: globalThis.Storage = browserStore()): Storage {
  const prefix = `bellhop:${agentId}:`;
  return {
    get: (name) => store.getItem(prefix + name),
    set: (name, value) => store.setItem(prefix + name, value),
    remove: (name) => store.removeItem(prefix + name),
    names: (start) =>
      Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length)),
    onChange(listener) {
      addEventListener('storage', ({ key, newValue }) => {
        if (key?.startsWith(prefix)) listener(key.slice(prefix.length), newValue);
      });
    },
    async alone(name, task) {
      // Locks exist on secure pages only; without them two tabs opened in the same instant may differ.
      return navigator.locks ? await navigator.locks.request(prefix + name, task) : task();
    },
  };
}

/** The browser's storage where it works, else one that lasts as long as the page. */
function browserStore(): globalThis.Storage {
  try {
    localStorage.setItem('bellhop', '');
    return localStorage;
  } catch {
    return createMemoryStore();
  }
}

function createMemoryStore(): globalThis.Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}
