import type { Context } from 'hono';
import type { EventType } from './account.ts';
import { hits } from './faults.ts';
import type { Limits } from './limits.ts';
import type { Parts } from './parts.ts';
import { refuse } from './refusal.ts';

const WINDOWS = {
  standard: [
    { seconds: 60, most: 10 },
    { seconds: 3_600, most: 50 },
    { seconds: 86_400, most: 100 },
  ],
  enterprise: [{ seconds: 60, most: 500 }],
};
const TRACKING = ['utm_campaign', 'utm_source', 'utm_medium', 'utm_content', 'utm_term', 'salesforce_uuid'];

interface Place extends Parts {
  limits: Limits;
  findType(uri: string | undefined): EventType | undefined;
}

/** POST /invitees. */
export async function createBooking(
  context: Context,
  { account, webhooks, faults, limits, findType }: Place,
): Promise<Response> {
  if (account.plan === 'free')
    return refuse(context, 403, 'Please upgrade your Calendly account to Standard to use this endpoint.');
  const limit = limits.take('invitees', WINDOWS[account.plan]);
  if (limit.isOver) {
    for (const [name, value] of Object.entries(limit.headers)) context.header(name, value);
    return refuse(context, 429, 'Too many requests.');
  }
  const body = await context.req.json();
  const type = findType(body.event_type);
  const { email, timezone, name, first_name, last_name } = body.invitee ?? {};
  const fullName = name ?? [first_name, last_name].filter(Boolean).join(' ');
  const missing = [
    ...(type ? [] : ['event_type']),
    ...(typeof body.start_time === 'string' ? [] : ['start_time']),
    ...(typeof email === 'string' && email.includes('@') ? [] : ['invitee.email']),
    ...(typeof timezone === 'string' ? [] : ['invitee.timezone']),
    ...(fullName ? [] : ['invitee.name']),
    ...(body.tracking && TRACKING.some((key) => !(key in body.tracking)) ? ['tracking'] : []),
  ];
  if (!type || missing.length > 0)
    return refuse(
      context,
      400,
      'The supplied parameters are invalid.',
      missing.map((parameter) => ({ parameter, message: 'is missing or invalid' })),
    );
  if (!account.offers(type, body.start_time))
    return refuse(context, 400, 'The supplied parameters are invalid.', [
      { parameter: 'start_time', message: 'is not an available time', code: 'unavailable_time' },
    ]);
  const at = Date.parse(body.start_time);
  if (account.freeTimes(type, at, at + 1).length === 0)
    return refuse(context, 400, 'The supplied parameters are invalid.', [
      { parameter: 'start_time', message: 'This time is already filled', code: 'already_filled' },
    ]);
  const invitee = account.book(type, {
    ...{ email, timezone, name: fullName, startTime: body.start_time },
    tracking: body.tracking ?? {},
    questions_and_answers: body.questions_and_answers ?? [],
    scheduling_method: 'api',
  });
  webhooks.tell('invitee.created', invitee);
  if (hits(faults, 'commitThenTimeout')) await new Promise(() => {});
  return context.json({ resource: invitee }, 201);
}
