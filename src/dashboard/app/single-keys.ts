const KEPT = 'bellhop-single-keys';

/** Whether single letters do something. Whoever dictates or hits keys by accident switches them off. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off';
}

export function switchSingleKeys(isOn: boolean): void {
  localStorage.setItem(KEPT, isOn ? 'on' : 'off');
}

/** Whether a press is a single key of ours: they are on, nobody is typing, and no dialog or menu is open. */
export function isSingleKey(event: KeyboardEvent): boolean {
  return (
    !event.defaultPrevented &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    areSingleKeysOn() &&
    !isTyping(event.target)
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
  );
}
