/** What this agent's panel remembers in the browser. Shared by all tabs of the site. */
export interface Storage {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
  names(prefix: string): string[];
  /** Calls back when another tab has changed something. */
  onChange(listener: (name: string, value: string | null) => void): void;
  /** Runs `task` while no other tab runs one of the same name. `waited`: one did until just now. */
  alone<Result>(name: string, task: (waited: boolean) => Promise<Result>): Promise<Result>;
  /** What another tab has just set; null when nothing comes. */
  arrival(name: string): Promise<string | null>;
}

/** Milliseconds until what one tab has stored can be read in another, and some more. */
const ARRIVAL = 300;

/** `shared`: the browser's storage; null: blocked, so what is remembered lasts as long as the page. */
export function createStorage(agentId: string, shared: BrowserStorage | null = browserStorage()): Storage {
  const store = shared ?? createMemoryStore();
  // Locks exist on secure pages only; where storage is blocked they are too, and no tab needs them.
  const locks = shared ? navigator.locks : undefined;
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
    async alone<Result>(name: string, task: (waited: boolean) => Promise<Result>) {
      if (!locks) return task(false);
      const free = await locks.request(prefix + name, { ifAvailable: true }, async (lock) =>
        lock ? { result: await task(false) } : null,
      );
      return free ? free.result : await locks.request(prefix + name, () => task(true));
    },
    arrival: (name) =>
      new Promise((resolve) => {
        const finish = () => resolve(store.getItem(prefix + name));
        addEventListener('storage', ({ key }) => key === prefix + name && finish());
        setTimeout(finish, ARRIVAL);
      }),
  };
}

type BrowserStorage = globalThis.Storage;

function browserStorage(): BrowserStorage | null {
  try {
    localStorage.setItem('bellhop', '');
    return localStorage;
  } catch {
    // Some browsers block storage in frames of other sites.
    return null;
  }
}

function createMemoryStore(): BrowserStorage {
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
