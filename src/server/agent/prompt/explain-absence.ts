import { giveReason, type Reason } from '../../../contract/actions/reason.ts';
import type { LiveAction } from '../../workspace/actions/actions.ts';
import { findObstacles } from '../../workspace/availability/find-obstacles.ts';
import type { Situation } from '../../workspace/availability/situation.ts';

/** Why an action is not offered; nothing: it is. */
export function explainAbsence(
  { availability, usedUp }: Pick<LiveAction, 'availability' | 'usedUp'>,
  situation: Situation,
): Reason[] {
  const reasons = findObstacles(availability, situation).map(({ reason }) => reason);
  return usedUp ? [...reasons, giveReason('used-up')] : reasons;
}
