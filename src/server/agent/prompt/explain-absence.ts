import type { LiveAction } from '../../workspace/actions/actions.ts';
import { findObstacles } from '../../workspace/availability/find-obstacles.ts';
import type { Situation } from '../../workspace/availability/situation.ts';

/** Why an action is not offered, each to stand after "is not offered: "; nothing: it is. */
export function explainAbsence(
  { availability, usedUp }: Pick<LiveAction, 'availability' | 'usedUp'>,
  situation: Situation,
): string[] {
  const reasons = findObstacles(availability, situation).map(({ reason }) => reason);
  return usedUp ? [...reasons, 'it was used as often as its limit allows'] : reasons;
}
