import { useEffect, useRef } from 'react';
import type { Conversation } from '../../../contract/conversation.ts';
import { isSingleKey } from '../../app/single-keys.ts';

interface KeyTargets {
  items: Conversation[];
  conversationId: string | undefined;
  open(id: string | undefined): void;
}

/** J and K move through the list, R goes to the reply, E closes or opens again, Escape goes back. Nothing of it while somebody types. */
export function useInboxKeys(targets: KeyTargets): void {
  const now = useRef(targets);
  now.current = targets;
  useEffect(() => {
    let last = '';
    const onKey = (event: KeyboardEvent) => {
      const before = last;
      last = event.key;
      const { items, conversationId, open } = now.current;
      const key = event.key.toLowerCase();
      // Going back is no letter: it stays when those are switched off, and closes what lies on top first.
      if (key === 'escape' && conversationId && !event.defaultPrevented && !isInLayer(event.target))
        open(undefined);
      if (!isSingleKey(event)) return;
      // G and then a letter goes to another page.
      if (before.toLowerCase() === 'g') return;
      const at = items.findIndex(({ id }) => id === conversationId);
      if (key === 'j' || key === 'k') {
        const next = items[key === 'j' ? at + 1 : Math.max(0, at - 1)];
        if (next) open(next.id);
      } else if (key === 'r' && press('[data-inbox-key="r"]', 'focus')) event.preventDefault();
      else if (key === 'e') press('[data-inbox-key="e"]', 'click');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function press(selector: string, what: 'focus' | 'click'): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.[what]();
  return element !== null;
}

function isInLayer(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}
