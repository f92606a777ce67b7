import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../../contract/entry.ts';

/** Reads each finished answer to screen readers once; the log itself is silent, so that streaming is no babble. */
export function Announcer({ entry }: { entry: Entry | null }) {
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!entry) return;
    const parts = document.querySelectorAll<HTMLElement>(
      `#entry-${CSS.escape(entry.id)} :is(.bubble, h2, a.primary)`,
    );
    setWords([entry.author.name, ...Array.from(parts, (part) => part.innerText)].join('. '));
  }, [entry]);
  return (
    <p class="unseen" role="status">
      {words}
    </p>
  );
}
