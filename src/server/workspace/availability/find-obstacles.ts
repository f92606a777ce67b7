import type { Availability } from '../../../contract/actions/availability.ts';
import { clockIn, isOpen } from './is-open.ts';
import { matchesLanguage } from './matches-language.ts';
import { matchesPage } from './matches-page.ts';
import type { Situation } from './situation.ts';

export interface Obstacle {
  condition: 'page' | 'language' | 'hours' | 'identity';
  /** For owners, to stand after "is not offered: ". */
  reason: string;
}

/** What stands in the way of offering an action; nothing: it is available. */
export function findObstacles(availability: Availability, situation: Situation): Obstacle[] {
  const { pages, languages, hours, identifiedOnly } = availability;
  const { page, writes, now, visitor } = situation;
  const obstacles: Obstacle[] = [];
  if (pages.length > 0 && !pages.some((pattern) => matchesPage(pattern, page.url)))
    obstacles.push({
      condition: 'page',
      reason: `the page ${page.url ?? '(unknown)'} is none of ${pages.join(', ')}`,
    });
  const spoken = [page.language, writes].filter((tag): tag is string => Boolean(tag));
  if (languages.length > 0 && !spoken.some((tag) => matchesLanguage(languages, tag)))
    obstacles.push({
      condition: 'language',
      reason: `the language ${spoken.join(', ') || '(unknown)'} is none of ${languages.join(', ')}`,
    });
  if (hours && !isOpen(hours, now)) {
    const { day, time } = clockIn(hours.timeZone, now);
    obstacles.push({
      condition: 'hours',
      reason: `it is outside of its office hours (${day} ${time} in ${hours.timeZone})`,
    });
  }
  if (identifiedOnly && !visitor.isVerified)
    obstacles.push({ condition: 'identity', reason: 'it is for identified visitors only' });
  return obstacles;
}
