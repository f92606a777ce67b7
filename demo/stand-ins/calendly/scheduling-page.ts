import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Account, EventType } from './account.ts';
import type { Webhooks } from './webhooks.ts';

const DAY_MS = 86_400_000;

/** The public page of an event type: it books without a token, and tells the page around it, as Calendly's embed does. */
export function schedulingPage(account: Account, webhooks: Webhooks): Hono {
  const routes = new Hono();
  const findBySlug = (slug: string) => account.eventTypes.find((type) => type.slug === slug && type.active);

  const show = (type: EventType, link: string | null, prefill: Record<string, string>) => {
    const from = account.now() + 60_000;
    const times = account.freeTimes(type, from, from + 5 * DAY_MS).slice(0, 12);
    const settings = JSON.stringify({ type: type.slug, link, utm: prefill.utm_content ?? null });
    return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${type.name}</title>
<style>${raw(STYLE)}</style>
<h1>${type.name}</h1>
<form>
<label>Name <input name="name" required value="${prefill.name ?? ''}"></label>
<label>Email <input name="email" type="email" required value="${prefill.email ?? ''}"></label>
<fieldset><legend>Time (UTC)</legend>
${times.map((time) => html`<label><input type="radio" name="time" required value="${time}"> ${FORMAT.format(new Date(time))}</label>`)}
</fieldset>
<button>Schedule event</button>
</form>
<p role="status"></p>
<script type="application/json" id="settings">${raw(settings.replaceAll('<', '\\u003c'))}</script>
<script>${raw(SCRIPT)}</script>
</html>`;
  };

  routes.use(async (context, next) => {
    await next();
    if (account.refusesFrames) context.header('content-security-policy', "frame-ancestors 'self'");
  });
  routes.get('/ada-lindgren/:slug', (context) => {
    const type = findBySlug(context.req.param('slug'));
    if (!type) return context.text('This Calendly URL is not valid.', 404);
    return context.html(show(type, null, context.req.query()));
  });
  routes.get('/d/:link/:slug', (context) => {
    const link = context.req.param('link');
    const type = account.links.get(link);
    if (!type) return context.text('This link was used already.', 404);
    return context.html(show(type, link, context.req.query()));
  });
  routes.post('/book', async (context) => {
    const { type: slug, link, time, name, email, timezone = 'UTC', utm } = await context.req.json();
    const type = link ? account.links.get(link) : findBySlug(slug);
    const at = Date.parse(time);
    if (!type || !name || !email || !account.offers(type, time))
      return context.json({ error: 'This cannot be booked.' }, 400);
    if (account.freeTimes(type, at, at + 1).length === 0)
      return context.json({ error: 'That time is no longer available.' }, 409);
    if (link) account.links.delete(link);
    const invitee = account.book(type, {
      ...{ name, email, timezone, startTime: time },
      tracking: { utm_content: utm },
    });
    webhooks.tell('invitee.created', invitee);
    return context.json({ event: { uri: invitee.event }, invitee: { uri: invitee.uri } });
  });
  return routes;
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  ...{
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  },
});

const STYLE = `
body { margin: 16px; font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
h1 { margin: 0 0 16px; font-size: 20px; }
form > label { display: block; margin-bottom: 12px; }
input:not([type=radio]) { display: block; box-sizing: border-box; width: 100%; padding: 8px; font: inherit; }
fieldset { margin: 0 0 16px; padding: 8px 12px; border: 1px solid #767676; }
fieldset label { display: block; padding: 4px 0; }
button { padding: 10px 16px; border: 0; border-radius: 8px; color: #fff; background: #004e9a; font: inherit; }
`;

const SCRIPT = `
const tell = (event, payload = {}) => { if (parent !== window) parent.postMessage({ event, payload }, '*'); };
const settings = JSON.parse(document.getElementById('settings').textContent);
tell('calendly.event_type_viewed');
tell('calendly.page_height', { height: document.documentElement.scrollHeight + 'px' });
document.querySelector('fieldset').addEventListener('change', () => tell('calendly.date_and_time_selected'));
document.querySelector('form').addEventListener('submit', async (submit) => {
  submit.preventDefault();
  const { name, email, time } = Object.fromEntries(new FormData(submit.target));
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const response = await fetch('/book', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...settings, name, email, time, timezone }),
  });
  const answer = await response.json();
  document.querySelector('[role=status]').textContent = response.ok ? 'You are scheduled' : answer.error;
  if (response.ok) { submit.target.remove(); tell('calendly.event_scheduled', answer); }
});
`;
