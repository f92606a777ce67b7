export const SHORTCUTS_ASKED_FOR = 'bellhop-shortcuts';

export function openShortcuts(): void {
  dispatchEvent(new Event(SHORTCUTS_ASKED_FOR));
}
