export interface PageMemory {
  has(mark: string): boolean;
  set(mark: string): void;
  remove(mark: string): void;
}

/** A few first-party marks on the host page. Where a page has no storage, nothing is remembered. */
export function createPageMemory(agentId: string): PageMemory {
  const use = (method: 'getItem' | 'setItem' | 'removeItem') => (mark: string) => {
    try {
      return localStorage[method](`bellhop:${agentId}:${mark}`, '1') === '1';
    } catch {
      // Blocked or full storage costs the visitor a convenience, never the chat.
      return false;
    }
  };
  return { has: use('getItem'), set: use('setItem'), remove: use('removeItem') };
}
