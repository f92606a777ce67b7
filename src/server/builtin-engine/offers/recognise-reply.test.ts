import { expect, test } from 'vitest';
import { recogniseReply } from './recognise-reply.ts';

test.each([
  ['Yes, please!', 'yes', ''],
  ['ok thanks', 'yes', ''],
  ['yes, put me through to sales', 'yes', 'put me through to sales'],
  ['Ja, gerne', 'yes', ''],
  ['نعم من فضلك', 'yes', ''],
  ['no, not now', 'no', ''],
  ['No thanks, what are your hours?', 'no', 'what are your hours'],
  ['nein danke', 'no', ''],
  ['👍🏽', 'yes', ''],
  ['👎', 'no', ''],
])('%j is a %s, and besides %j', (text, answer, rest) => {
  expect(recogniseReply(text)).toEqual({ answer, rest });
});

test.each(['yesterday it broke', 'notebooks', 'jacket', 'what are your hours?', ''])(
  '%j is neither',
  (text) => {
    expect(recogniseReply(text)).toBeNull();
  },
);
