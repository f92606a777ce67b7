import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerCalApi, type CalAnswer, type CalRequest } from './cal-api.ts';
import { type CalEvent, SAMPLE_EVENTS } from './cal-events.ts';
import type { CalFaults } from './cal-faults.ts';
import { renderCalPage } from './cal-page.ts';
import { CalStore, type StoredBooking } from './cal-store.ts';

const BODY_MAX_BYTES = 20_000;

/**
 * Stands in for Cal.com: its API v2 below `/api/v2/`, and the pages of its events, over one calendar in memory. Knows nothing
 * of the product that calls it.
 */
export class CalStandIn {
  readonly faults: CalFaults = { commitThenTimeout: false, slotTaken: null, failNext: 0, tooMany: 0 };
  readonly requests: CalRequest[] = [];
  /** Who wants to be told, and what they are told with. */
  readonly hooks: { url: string; secret: string }[] = [];
  readonly store: CalStore;
  /** `cal_…`; what needs a key is refused without this one. */
  readonly apiKey: string;

  constructor({
    events = SAMPLE_EVENTS,
    apiKey = 'cal_stand_in_key',
  }: { events?: CalEvent[]; apiKey?: string } = {}) {
    this.store = new CalStore(events);
    this.apiKey = apiKey;
  }

  /** Whether something of Cal's is at this path. */
  isAt(path: string): boolean {
    const [username = '', slug = ''] = path.split('/').filter(Boolean);
    return path.startsWith('/api/v2/') || this.store.find({ username, slug }) !== undefined;
  }

  /** @returns false when nothing of Cal's is at this path */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://cal');
    if (!url.pathname.startsWith('/api/v2/')) return this.answerPage(url, request, response);
    const asked: CalRequest = {
      method: request.method ?? 'GET',
      path: url.pathname.slice('/api/v2'.length),
      query: url.searchParams,
      version: request.headers['cal-api-version']?.toString(),
      hasKey: request.headers.authorization === `Bearer ${this.apiKey}`,
      body: await readJson(request),
    };
    this.requests.push(asked);
    const answer = answerCalApi(this, asked);
    if (answer === 'hang') return true;
    send(response, answer);
    return true;
  }

  private async answerPage(url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [username = '', slug = '', last] = url.pathname.split('/').filter(Boolean);
    const event = this.store.find({ username, slug });
    if (!event || (last !== undefined && last !== 'embed')) return false;
    const slots = this.store.listSlots(event, new Date(), new Date(Date.now() + 7 * 86_400_000)).slice(0, 6);
    if (url.searchParams.has('script')) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(PAGE_SCRIPT);
      return true;
    }
    if (request.method === 'POST') {
      const { start, name, email, metadata } = (await readJson(request)) as Record<string, string>;
      if (!start || !slots.includes(start)) {
        send(response, { status: 409, body: {} });
        return true;
      }
      const attendee = { name: name ?? '', email: email ?? '', timeZone: 'UTC' };
      const booking = this.store.book(event, { start, attendee, metadata: { bellhop: metadata ?? '' } });
      send(response, { status: 201, body: toPageBooking(booking) });
      return true;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(event.refusesFrames ? { 'x-frame-options': 'DENY' } : {}),
    });
    response.end(renderCalPage(event, slots, url.searchParams));
    return true;
  }
}

function toPageBooking({ uid, event, start, end, status }: StoredBooking) {
  return {
    uid,
    title: event.title,
    startTime: start,
    endTime: end,
    eventTypeId: event.id,
    status: status.toUpperCase(),
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > BODY_MAX_BYTES) break;
  }
  try {
    return JSON.parse(text || '{}');
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Exclude<CalAnswer, 'hang'>): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

const PAGE_SCRIPT = `
const data = JSON.parse(document.getElementById('data').textContent);
const tell = (type, detail) => parent !== window &&
  parent.postMessage({ originator: 'CAL', fullType: 'CAL:' + data.namespace + ':' + type, type, namespace: data.namespace, data: detail }, '*');
const size = () => tell('__dimensionChanged', { iframeHeight: document.body.scrollHeight + 20, iframeWidth: document.body.scrollWidth });
tell('__iframeReady', { isPrerendering: false });
tell('linkReady', {});
size();
for (const button of document.querySelectorAll('button')) button.addEventListener('click', async () => {
  const form = new FormData(document.querySelector('form'));
  const answer = await fetch(location.pathname.replace(/\\/embed$/, ''), { method: 'POST', body: JSON.stringify({
    start: button.value, name: form.get('name'), email: form.get('email'), metadata: data.metadata }) });
  if (!answer.ok) return;
  const booking = await answer.json();
  document.querySelector('main').textContent = 'This meeting is scheduled.';
  tell('bookingSuccessfulV2', booking);
  size();
});
`;
