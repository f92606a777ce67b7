import { type Context, Hono } from 'hono';
import { type EventType, newUri } from './account.ts';
import type { AccessToken } from './authorization-server.ts';
import { createBooking } from './create-booking.ts';
import { hits } from './faults.ts';
import { Limits } from './limits.ts';
import type { Parts } from './parts.ts';
import { refuse } from './refusal.ts';

type Variables = { Variables: { token: AccessToken } };

const MAX_SPAN_MS = 31 * 86_400_000;

/** The API, version 2, with its limits and its errors. */
export function api(parts: Parts): Hono<Variables> {
  const { account, authorization, webhooks, faults } = parts;
  const routes = new Hono<Variables>();
  const limits = new Limits(() => account.now());

  routes.use(async (context, next) => {
    const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
    const token = bearer === undefined ? undefined : authorization.access.get(bearer);
    if (!token || (token.expiresAt !== null && token.expiresAt <= account.now()))
      return refuse(context, 401, 'The access token is invalid or expired.');
    context.set('token', token);
    const limit = limits.take('all', [{ seconds: 60, most: account.plan === 'free' ? 50 : 500 }]);
    for (const [name, value] of Object.entries(limit.headers)) context.header(name, value);
    if (limit.isOver || hits(faults, 'limitNext')) {
      context.header('X-RateLimit-Remaining', '0');
      context.header('X-RateLimit-Reset', limit.headers['X-RateLimit-Reset'] ?? '60');
      return refuse(context, 429, 'Too many requests.');
    }
    if (hits(faults, 'failNext'))
      return refuse(context, 500, 'The server encountered an unexpected condition.');
    await next();
    return undefined;
  });

  const needs = (scope: string) => async (context: Context<Variables>, next: () => Promise<void>) => {
    if (!context.get('token').scopes.has(scope))
      return refuse(context, 403, `You do not have the scope ${scope}.`);
    await next();
    return undefined;
  };
  const findType = (uri: string | undefined): EventType | undefined =>
    account.eventTypes.find((type) => type.uri === uri);
  const findEvent = (uuid: string | undefined) =>
    account.events.find(({ uri }) => uri.endsWith(`/scheduled_events/${uuid}`));
  const isOwn = ({ user, organization }: Record<string, string>) =>
    user === account.user.uri || organization === account.user.current_organization;

  routes.get('/users/me', needs('users:read'), (context) => context.json({ resource: account.user }));

  routes.get('/event_types', needs('event_types:read'), (context) => {
    const query = context.req.query();
    if (!query.user && !query.organization)
      return refuse(context, 400, 'The supplied parameters are invalid.', [
        { parameter: 'user', message: 'user or organization is required' },
      ]);
    if (!isOwn(query)) return refuse(context, 403, 'You do not have permission to access this resource.');
    const count = Number(query.count ?? 20);
    const start = query.page_token === undefined ? 0 : readPageToken(query.page_token);
    if (!Number.isInteger(count) || count < 1 || count > 100 || start === null)
      return refuse(context, 400, 'The supplied parameters are invalid.', [
        { parameter: start === null ? 'page_token' : 'count', message: 'is invalid' },
      ]);
    const wanted = account.eventTypes.filter(
      ({ active }) => query.active === undefined || String(active) === query.active,
    );
    if (query.sort === 'name:asc') wanted.sort((one, other) => (one.name < other.name ? -1 : 1));
    const collection = wanted.slice(start, start + count);
    const hasMore = start + count < wanted.length;
    return context.json({
      collection,
      pagination: {
        count: collection.length,
        next_page: hasMore ? 'https://api.calendly.com/event_types' : null,
        previous_page: null,
        next_page_token: hasMore ? Buffer.from(`at:${start + count}`).toString('base64url') : null,
        previous_page_token: null,
      },
    });
  });

  routes.get('/event_types/:uuid', needs('event_types:read'), (context) => {
    const type = findType(`https://api.calendly.com/event_types/${context.req.param('uuid')}`);
    if (!type) return refuse(context, 404, 'The server could not find the requested resource.');
    return context.json({ resource: type });
  });

  routes.get('/event_type_available_times', needs('availability:read'), (context) => {
    const { event_type, start_time = '', end_time = '' } = context.req.query();
    const type = findType(event_type);
    if (!type) return refuse(context, 404, 'The server could not find the requested resource.');
    const [start, end] = [Date.parse(start_time), Date.parse(end_time)];
    const fault =
      (Number.isNaN(start) || start <= account.now()) && start >= 0
        ? { parameter: 'start_time', message: 'must be in the future' }
        : Number.isNaN(start) || Number.isNaN(end) || end <= start
          ? { parameter: 'end_time', message: 'must be after start_time' }
          : end - start > MAX_SPAN_MS
            ? { parameter: 'end_time', message: 'date range can be no greater than 31 days' }
            : null;
    if (fault) return refuse(context, 400, 'The supplied parameters are invalid.', [fault]);
    return context.json({
      collection: account.freeTimes(type, start, end).map((time) => ({
        status: 'available',
        invitees_remaining: 1,
        start_time: time,
        scheduling_url: `${type.scheduling_url}/${time}`,
      })),
    });
  });

  routes.post('/scheduling_links', needs('scheduling_links:write'), async (context) => {
    const body = await context.req.json();
    const type = findType(body.owner);
    if (!type || body.owner_type !== 'EventType' || body.max_event_count !== 1)
      return refuse(context, 400, 'The supplied parameters are invalid.');
    const code = crypto.randomUUID();
    account.links.set(code, type);
    const booking_url = `${new URL(type.scheduling_url).origin}/d/${code}/${type.slug}`;
    return context.json({ resource: { booking_url, owner: type.uri, owner_type: 'EventType' } }, 201);
  });

  routes.post('/invitees', needs('scheduled_events:write'), (context) =>
    createBooking(context, { ...parts, limits, findType }),
  );

  routes.get('/scheduled_events', needs('scheduled_events:read'), (context) => {
    const query = context.req.query();
    if (!isOwn(query)) return refuse(context, 403, 'You do not have permission to access this resource.');
    const emails = (uri: string) =>
      account.invitees.filter(({ event }) => event === uri).map(({ email }) => email);
    const collection = account.events.filter(
      ({ uri, status, start_time }) =>
        (!query.status || status === query.status) &&
        (!query.invitee_email || emails(uri).includes(query.invitee_email)) &&
        (!query.min_start_time || Date.parse(start_time) >= Date.parse(query.min_start_time)) &&
        (!query.max_start_time || Date.parse(start_time) <= Date.parse(query.max_start_time)),
    );
    return context.json({ collection, pagination: { count: collection.length, next_page_token: null } });
  });

  routes.get('/scheduled_events/:event', needs('scheduled_events:read'), (context) => {
    const event = findEvent(context.req.param('event'));
    if (!event) return refuse(context, 404, 'The server could not find the requested resource.');
    return context.json({ resource: event });
  });

  routes.get('/scheduled_events/:event/invitees', needs('scheduled_events:read'), (context) => {
    const event = findEvent(context.req.param('event'));
    if (!event) return refuse(context, 404, 'The server could not find the requested resource.');
    const email = context.req.query('email');
    const collection = account.invitees.filter(
      (invitee) => invitee.event === event.uri && (email === undefined || invitee.email === email),
    );
    return context.json({ collection, pagination: { count: collection.length, next_page_token: null } });
  });

  routes.get('/scheduled_events/:event/invitees/:invitee', needs('scheduled_events:read'), (context) => {
    const { event, invitee: uuid } = context.req.param();
    const found = account.invitees.find(({ uri }) => uri.endsWith(`/${event}/invitees/${uuid}`));
    if (!found) return refuse(context, 404, 'The server could not find the requested resource.');
    return context.json({ resource: found });
  });

  routes.post('/scheduled_events/:event/cancellation', needs('scheduled_events:write'), async (context) => {
    const event = findEvent(context.req.param('event'));
    if (!event) return refuse(context, 404, 'The server could not find the requested resource.');
    const invitee = account.cancel(event);
    if (!invitee) return refuse(context, 403, 'Event is already canceled.');
    webhooks.tell('invitee.canceled', invitee);
    const { reason = '' } = await context.req.json();
    return context.json({ resource: { canceled_by: account.user.name, reason, canceler_type: 'host' } }, 201);
  });

  routes.post('/webhook_subscriptions', needs('webhooks:write'), async (context) => {
    const body = await context.req.json();
    if (account.plan === 'free')
      return refuse(context, 403, 'Please upgrade your Calendly account to Standard.');
    if (account.subscriptions.some(({ callback_url }) => callback_url === body.url))
      return refuse(context, 409, 'Hook with this url already exists');
    if (!isOwn(body) || !Array.isArray(body.events) || !['user', 'organization'].includes(body.scope))
      return refuse(context, 400, 'The supplied parameters are invalid.');
    const subscription = {
      uri: newUri('webhook_subscriptions'),
      callback_url: String(body.url),
      events: body.events as string[],
      signing_key: String(body.signing_key ?? context.get('token').application?.signingKey ?? ''),
    };
    account.subscriptions.push(subscription);
    const { signing_key: _, ...told } = subscription;
    return context.json({ resource: { ...told, state: 'active', scope: body.scope } }, 201);
  });

  routes.get('/webhook_subscriptions', needs('webhooks:read'), (context) =>
    context.json({
      collection: account.subscriptions.map(({ signing_key: _, ...told }) => told),
      pagination: { count: account.subscriptions.length, next_page_token: null },
    }),
  );

  routes.delete('/webhook_subscriptions/:uuid', needs('webhooks:write'), (context) => {
    const index = account.subscriptions.findIndex(({ uri }) => uri.endsWith(`/${context.req.param('uuid')}`));
    if (index < 0) return refuse(context, 404, 'The server could not find the requested resource.');
    account.subscriptions.splice(index, 1);
    return context.body(null, 204);
  });

  routes.notFound((context) => refuse(context, 404, 'The server could not find the requested resource.'));
  return routes;
}

function readPageToken(token: string): number | null {
  const start = /^at:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  return start === undefined ? null : Number(start);
}
