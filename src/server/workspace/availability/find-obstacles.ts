import type { Availability } from '../../../contract/actions/availability.ts';
import { giveReason, type Reason } from '../../../contract/actions/reason.ts';
import { clockIn, isOpen } from './is-open.ts';
import { matchesLanguage } from './matches-language.ts';
import { matchesPage } from './matches-page.ts';
import type { Situation } from './situation.ts';

export interface Obstacle {
  condition: 'page' | 'language' | 'hours' | 'identity';
  /** For owners. */
  reason: Reason;
}

/** What stands in the way of offering an action; nothing: it is available. */
export function findObstacles(availability: Availability, situation: Situation): Obstacle[] {
  const { pages, languages, hours, identifiedOnly } = availability;
  const { page, writes, now, visitor } = situation;
  const obstacles: Obstacle[] = [];
  if (pages.length > 0 && !pages.some((pattern) => matchesPage(pattern, page.url)))
    obstacles.push({
      condition: 'page',
      reason: page.url
        ? giveReason('other-page', { page: page.url, pages: pages.join(', ') })
        : giveReason('unknown-page', { pages: pages.join(', ') }),
    });
  const spoken = [page.language, writes].filter((tag): tag is string => Boolean(tag));
  if (languages.length > 0 && !spoken.some((tag) => matchesLanguage(languages, tag)))
    obstacles.push({
      condition: 'language',
      reason:
        spoken.length > 0
          ? giveReason('other-language', { language: spoken.join(', '), languages: languages.join(', ') })
          : giveReason('unknown-language', { languages: languages.join(', ') }),
    });
  if (hours && !isOpen(hours, now)) {
    const { day, time } = clockIn(hours.timeZone, now);
    obstacles.push({
      condition: 'hours',
      reason: giveReason('outside-hours', { day, time, timeZone: hours.timeZone }),
    });
  }
  if (identifiedOnly && !visitor.isVerified)
    obstacles.push({ condition: 'identity', reason: giveReason('identified-only') });
  return obstacles;
}
