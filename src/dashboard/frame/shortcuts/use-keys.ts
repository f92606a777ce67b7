import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '../../app/session.ts';
import { isSingleKey } from '../../app/single-keys.ts';
import { features } from '../../features.ts';
import { openShortcuts } from './open-shortcuts.ts';

const TOGETHER_MS = 1_500;

/** G and then a letter goes to a page, J and K move through a list, and `?` tells all keys. */
export function useKeys(): void {
  const navigate = useNavigate();
  const mayNow = useMay();
  const may = useRef(mayNow);
  may.current = mayNow;
  const pressedG = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSingleKey(event)) return;
      const key = event.key.toLowerCase();
      const isSecond = event.timeStamp - pressedG.current < TOGETHER_MS;
      pressedG.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (isSecond) {
        const entry = features.flatMap(({ nav = [] }) => nav).find((known) => known.key === key);
        if (entry && may.current(entry.needs)) void navigate({ to: entry.to });
      } else if (key === 'j') moveFocus(1);
      else if (key === 'k') moveFocus(-1);
      else if (key === '?') openShortcuts();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate]);
}

/** To the next or the one before of what a page marked with `data-row`; to the first when none has the focus. */
function moveFocus(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}
