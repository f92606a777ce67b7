import { detectLanguage, tellsLanguage } from '../../builtin-engine/language/detect-language.ts';
import type { TimelineEntry } from '../../conversations/sync/list-entries.ts';

/** What the visitor writes in, as far as their last words tell it. */
export function languageOf(timeline: Pick<TimelineEntry, 'author' | 'text'>[]): { writes?: string } {
  const words = timeline.findLast(({ author }) => author.type === 'visitor')?.text ?? '';
  return tellsLanguage(words) ? { writes: detectLanguage(words) } : {};
}
