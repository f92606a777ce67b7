import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { features } from '../features.ts';

const TOGETHER_MS = 1_500;

/** G and then a letter goes to a page. Single letters do nothing while somebody types. */
export function useKeys(): void {
  const navigate = useNavigate();
  const pressedG = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isSecond = event.timeStamp - pressedG.current < TOGETHER_MS;
      pressedG.current = key === 'g' ? event.timeStamp : 0;
      if (!isSecond) return;
      const entry = features.flatMap(({ nav = [] }) => nav).find((known) => known.key === key);
      if (entry) void navigate({ to: entry.to });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="dialog"]') !== null)
  );
}
