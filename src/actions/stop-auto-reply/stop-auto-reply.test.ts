import { expect, it } from 'vitest';
import type { ActionContext, MuteRequest } from '../define.ts';
import { stopAutoReply } from './action.ts';
import { executeStopAutoReply } from './execute.ts';

function host(words: string[]) {
  const mutes: MuteRequest[] = [];
  const context: ActionContext = {
    visitorWords: () => words,
    readContact: async () => ({}),
    mute: (request) => void mutes.push(request),
  };
  return { context, mutes };
}

const settings = stopAutoReply.settings.parse({ message: 'A colleague takes over.' });

it('mutes with the closing line, the reason and a summary, shows no card and ends the turn', async () => {
  const { context, mutes } = host(['I want a human']);
  const inputs = { reason: 'wants a human', summary: 'Parcel lost twice.' };
  const outcome = await executeStopAutoReply.run({ settings, inputs, past: [] }, context);
  expect(mutes).toEqual([
    { closingLine: 'A colleague takes over.', reason: 'wants a human', summary: 'Parcel lost twice.' },
  ]);
  expect(outcome).toEqual({ result: { status: 'muted' }, endsTurn: true });
});

it("leaves the visitor's own words where the model gave no summary", async () => {
  const { context, mutes } = host(['my parcel is lost', 'I want a human']);
  await executeStopAutoReply.run({ settings, inputs: { reason: 'I want a human' }, past: [] }, context);
  expect(mutes[0]?.summary).toBe('my parcel is lost\nI want a human');
});
