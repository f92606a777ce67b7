import type { Action } from '../../../contract/action.ts';
import { findObstacles } from './find-obstacles.ts';
import type { Situation } from './situation.ts';

/** Whether an action may be offered now. */
export function isAvailable({ availability }: Pick<Action, 'availability'>, situation: Situation): boolean {
  return findObstacles(availability, situation).length === 0;
}
