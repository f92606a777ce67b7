import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../../contract/entry.ts';

/** Reads each finished answer to screen readers once; the log itself is silent, so that streaming is no babble. */
export function Announcer({ entry }: { entry: Entry | null }) {
  const [words, setWords] = useState('');
  useEffect(() => {
    if (entry) setWords(document.getElementById(`entry-${entry.id}`)?.textContent ?? '');
  }, [entry]);
  return (
    <p class="unseen" role="status">
      {words}
    </p>
  );
}
