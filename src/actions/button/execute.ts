import type { ChatExecutor, SettingsOf } from '../define.ts';
import type { button } from './action.ts';
import type { ButtonPayload } from './payload.ts';

export const executeButton: ChatExecutor<SettingsOf<typeof button>> = {
  async run({ settings }) {
    const payload: ButtonPayload = { text: settings.text, url: settings.url };
    return { result: { status: 'shown', button: settings.text }, card: { payload: { ...payload } } };
  },

  async onCard({ op }) {
    return op === 'open' ? { state: 'opened' } : null;
  },
};
