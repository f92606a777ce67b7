import type { ChatExecutor, SettingsOf } from '../define.ts';
import type { stopAutoReply } from './action.ts';

const REASON_MAX_CHARS = 500;
const SUMMARY_MAX_CHARS = 1_000;

export const executeStopAutoReply: ChatExecutor<SettingsOf<typeof stopAutoReply>> = {
  async run({ settings, inputs }, context) {
    // A model without a summary still leaves the teammate the visitor's own words.
    const summary =
      typeof inputs.summary === 'string' ? inputs.summary : context.visitorWords().slice(-5).join('\n');
    context.mute({
      closingLine: settings.message,
      reason: String(inputs.reason).slice(0, REASON_MAX_CHARS),
      summary: summary.slice(-SUMMARY_MAX_CHARS),
    });
    return { result: { status: 'muted' }, endsTurn: true };
  },
};
