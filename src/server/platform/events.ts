/**
 * What happened in one feature, for features to the right of it to follow. `wiring.ts` says who follows what.
 * Listeners run at once, in this process; what must survive a crash is a row, not an event.
 */
export interface Events<Map> {
  on<Name extends keyof Map>(name: Name, listener: (detail: Map[Name]) => void | Promise<void>): void;
  emit<Name extends keyof Map>(name: Name, detail: Map[Name]): void;
  /** Resolves when all who follow it are done. @throws what the first of them failed with */
  tell<Name extends keyof Map>(name: Name, detail: Map[Name]): Promise<void>;
}

export function createEvents<Map>(): Events<Map> {
  const listeners: { [Name in keyof Map]?: ((detail: Map[Name]) => void | Promise<void>)[] } = {};
  return {
    on(name, listener) {
      const existing = listeners[name] ?? [];
      existing.push(listener);
      listeners[name] = existing;
    },
    emit(name, detail) {
      for (const listener of listeners[name] ?? []) void listener(detail);
    },
    async tell(name, detail) {
      for (const listener of listeners[name] ?? []) await listener(detail);
    },
  };
}
