import { expect, it } from 'vitest';
import { giveReason } from './reason.ts';

it('says in English what stands in its values, and whatever stands in these is no place for another', () => {
  expect(giveReason('answers', { snippet: 'Costs {{fit}}?', fit: 0.9 })).toEqual({
    code: 'answers',
    values: { snippet: 'Costs {{fit}}?', fit: 0.9 },
    text: '“Costs {{fit}}?” answers it (0.9)',
  });
  expect(giveReason('declined')).toEqual({
    code: 'declined',
    values: {},
    text: 'the visitor declined',
  });
});
