import { z } from 'zod';
import { parseCalLink } from '../../connections/cal/parse-cal-link.ts';
import { meeting } from '../booking/meeting.ts';
import { defineAction } from '../define.ts';
import { frameOf } from './frame-of.ts';

/** A meeting on Cal.com, or on somebody's own Cal. */
export const cal = defineAction({
  kind: 'cal',
  label: 'Cal',
  description: 'Books a meeting on Cal.com, in the chat where possible.',
  proves: ['book'],
  waits: true,
  countsByHand: true,
  connects: 'cal',
  settings: z.object({
    /** `ada/30min`, or a full address; null: the event link of the workspace. */
    link: z
      .string()
      .trim()
      .max(500)
      .superRefine((link, context) => {
        const parsed = parseCalLink(link);
        if (typeof parsed === 'string') context.addIssue(parsed);
      })
      .nullable()
      .default(null),
    /** Of Cal.com; null: what anybody may do. */
    connectionId: z.string().max(100).nullable().default(null),
  }),
  ...meeting,
  complete(settings, { eventLink }) {
    if (settings.link ?? eventLink) return { ...settings, link: settings.link ?? eventLink };
    return 'is needed: the workspace has no event link of its own. Write one here, like ada/30min, or set eventLink of the workspace';
  },
  frameOrigins({ link }) {
    const parsed = link ? parseCalLink(link) : null;
    return parsed && typeof parsed !== 'string' ? frameOf(parsed).origins : [];
  },
});
