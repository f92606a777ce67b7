import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '../state/chat-state.ts';
import { startOfNewest } from '../state/timeline.ts';

/** Pixels from the end at which the visitor still follows the conversation. */
const NEAR_END = 48;
/** Pixels above what the view begins with. */
const MARGIN = 16;

interface Follow {
  scroller: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  toEnd(): void;
  onScroll(): void;
  onFocus(event: FocusEvent): void;
}

/**
 * Keeps the newest in view for a visitor who is at the end, from its start when it is taller than the view; for one who
 * reads further up nothing moves. Who comes to news is led to where they begin.
 */
export function useFollow(state: ChatState): Follow {
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const { timeline, pending, phase, newFrom } = state;
  const newest = pending.length > 0 ? null : startOfNewest(timeline);
  const sent = pending.at(-1)?.clientId;

  /** The end, but nothing of this entry may be above the view. */
  function show(entryId: string | null) {
    const view = scroller.current;
    // Closed, it has no size, and no place that would mean anything.
    if (!view?.clientHeight) return;
    const end = view.scrollHeight - view.clientHeight;
    const first = entryId && document.getElementById(`entry-${entryId}`);
    const start = first ? view.scrollTop + distance(first, view) - MARGIN : end;
    view.scrollTop = Math.min(start, end);
    note(NEAR_END);
  }

  function note(tolerance: number) {
    const view = scroller.current;
    if (!view?.clientHeight) return;
    const left = view.scrollHeight - view.scrollTop - view.clientHeight;
    following.current = left < tolerance;
    setAtEnd(left < NEAR_END);
  }

  /** A field is shown with its label; one that is wrong also with the button that sends it, where both have room. */
  function onFocus({ target }: FocusEvent) {
    const field = (target as Element).closest('.field');
    if (!field) return;
    // By then its problem is on screen.
    requestAnimationFrame(() => {
      const form = field.querySelector('[aria-invalid=true]') && field.closest('form');
      form?.querySelector('[type=submit]')?.scrollIntoView({ block: 'nearest' });
      field.scrollIntoView({ block: 'nearest' });
      note(1);
    });
  }

  useLayoutEffect(() => {
    if (following.current) show(newest);
  }, [state]);
  useLayoutEffect(() => {
    if (sent) show(null);
  }, [sent]);
  useLayoutEffect(() => {
    if (newFrom) show(newFrom);
  }, [newFrom]);
  useEffect(() => {
    const view = scroller.current as HTMLDivElement;
    // The chat is opened, a keyboard comes, a form shows its problems.
    const observer = new ResizeObserver(() => following.current && show(null));
    for (const part of [view, ...view.children]) observer.observe(part);
    return () => observer.disconnect();
  }, [phase]);

  return { scroller, atEnd, toEnd: () => show(null), onScroll: () => note(NEAR_END), onFocus };
}

function distance(element: Element, from: Element): number {
  return element.getBoundingClientRect().top - from.getBoundingClientRect().top;
}
