import { z } from 'zod';

/** What the API answers, as far as it is used here. More may come; less is a fault. */
const ok = <Data extends z.ZodType>(data: Data) => z.object({ status: z.literal('success'), data });

const bookingField = z.object({
  slug: z.string().optional(),
  type: z.string(),
  required: z.boolean().optional(),
  hidden: z.boolean().optional(),
});

export const eventTypesAnswer = ok(
  z.array(
    z.object({
      id: z.number(),
      slug: z.string(),
      title: z.string(),
      lengthInMinutes: z.number(),
      bookingFields: z.array(bookingField).default([]),
      locations: z.array(z.object({ type: z.string() })).default([]),
    }),
  ),
);

export const slotsAnswer = ok(
  z.record(z.string(), z.array(z.object({ start: z.iso.datetime({ offset: true }) }))),
);

export const reservationAnswer = ok(z.object({ reservationUid: z.string() }));

const booking = z.object({
  uid: z.string().min(1).max(200),
  title: z.string().default(''),
  status: z.string(),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  /** Set on the old one of two. */
  rescheduledToUid: z.string().nullish(),
});

/** It worked; what it says of it does not matter. */
export const anyAnswer = ok(z.unknown().optional());
export const bookingAnswer = ok(booking);
export const bookingsAnswer = ok(z.array(booking));
export const meAnswer = ok(
  z.object({
    username: z.string(),
    email: z.string(),
    name: z.string().nullish(),
    timeZone: z.string().nullish(),
  }),
);

export type CalEventType = z.infer<typeof eventTypesAnswer>['data'][number];
export type CalBooking = z.infer<typeof booking>;

/** Of an error: what it says of itself, wherever it says it. */
export const errorAnswer = z.object({
  error: z
    .union([z.string(), z.object({ code: z.string().optional(), message: z.string().optional() })])
    .optional(),
  message: z.string().optional(),
});
