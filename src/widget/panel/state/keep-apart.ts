import type { Session } from '../../../contract/widget/session.ts';
import type { Storage } from './storage.ts';

/**
 * Remembers whose session this browser has. What was left unsent or half written by somebody who was signed in does not go to
 * who comes after; of an unknown visitor it does, since that is who signs in now.
 * @returns what the one before has to be parted from: `place` how far they had read, `words` also what they wrote
 */
export function keepApart(
  { visitorId, isVerified }: Session,
  storage: Storage,
): 'nothing' | 'place' | 'words' {
  const before = storage.get('visitor');
  const wasVerified = storage.get('verified') !== null;
  const isSame = before === null || before === visitorId;
  storage.set('visitor', visitorId);
  if (isVerified) storage.set('verified', '1');
  else if (!isSame) storage.remove('verified');
  if (isSame) return 'nothing';
  return wasVerified ? 'words' : 'place';
}
