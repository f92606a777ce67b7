import { createHash, randomUUID } from 'node:crypto';

/** An event type as Calendly's API tells it, as far as somebody looks at it. */
export interface EventType {
  uri: string;
  name: string;
  active: boolean;
  slug: string;
  scheduling_url: string;
  duration: number;
  kind: 'solo';
  custom_questions: {
    name: string;
    type: string;
    position: number;
    enabled: boolean;
    required: boolean;
    answer_choices: string[];
    include_other: boolean;
  }[];
}

export interface ScheduledEvent {
  uri: string;
  name: string;
  status: 'active' | 'canceled';
  start_time: string;
  end_time: string;
  event_type: string;
}

export interface Invitee {
  uri: string;
  event: string;
  email: string;
  name: string;
  timezone: string;
  status: 'active' | 'canceled';
  rescheduled: boolean;
  old_invitee: string | null;
  new_invitee: string | null;
  cancel_url: string;
  reschedule_url: string;
  tracking: Record<string, string | null>;
  questions_and_answers: unknown[];
  scheduling_method: string | null;
}

export interface Subscription {
  uri: string;
  callback_url: string;
  events: string[];
  signing_key: string;
}

const ID_BASE = 'https://api.calendly.com';
const SCOPES = [
  'users:read',
  'event_types:read',
  'availability:read',
  'scheduled_events:read',
  'scheduled_events:write',
  'scheduling_links:write',
  'webhooks:read',
  'webhooks:write',
];

/** One person's Calendly: what they offer, and what was booked with them. Lives as long as the process. */
export class Account {
  plan: 'free' | 'standard' | 'enterprise' = 'standard';
  /** Its pages may be shown in no frame. */
  refusesFrames = false;
  /** Of new tokens. */
  scopes = new Set(SCOPES);
  /** Milliseconds since 1970; a test moves it on. */
  now: () => number = Date.now;
  readonly user;
  readonly eventTypes: EventType[];
  readonly events: ScheduledEvent[] = [];
  readonly invitees: Invitee[] = [];
  readonly subscriptions: Subscription[] = [];
  /** Code of a single-use link → event type. */
  readonly links = new Map<string, EventType>();

  constructor(pageUrl: string, names: string[]) {
    this.user = {
      uri: newUri('users'),
      name: 'Ada Lindgren',
      slug: 'ada-lindgren',
      email: 'ada@shop.example',
      scheduling_url: `${pageUrl}/ada-lindgren`,
      timezone: 'Europe/Berlin',
      current_organization: newUri('organizations'),
      resource_type: 'User',
    };
    this.eventTypes = names.map((name, index) => {
      const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      return {
        uri: `${ID_BASE}/event_types/${idOf(slug)}`,
        name,
        active: true,
        slug,
        scheduling_url: `${pageUrl}/ada-lindgren/${slug}`,
        duration: 30,
        kind: 'solo',
        custom_questions:
          index === 0
            ? [
                {
                  name: 'What would you like to talk about?',
                  type: 'text',
                  position: 0,
                  enabled: true,
                  required: false,
                  answer_choices: [],
                  include_other: false,
                },
              ]
            : [],
      };
    });
  }

  /** Monday to Friday, 09:00 to 17:00 UTC, one after the other, without what is taken. */
  freeTimes(type: EventType, from: number, to: number): string[] {
    const step = type.duration * 60_000;
    const taken = new Set(
      this.events.filter(({ status }) => status === 'active').map(({ start_time }) => Date.parse(start_time)),
    );
    const times: string[] = [];
    for (let at = Math.ceil(from / step) * step; at < to; at += step) {
      const time = new Date(at);
      const isOpen = ![0, 6].includes(time.getUTCDay()) && time.getUTCHours() >= 9 && time.getUTCHours() < 17;
      if (isOpen && !taken.has(at)) times.push(time.toISOString().replace('.000Z', '.000000Z'));
    }
    return times;
  }

  /** Whether there is such a time, taken or not. */
  offers(type: EventType, startTime: string): boolean {
    const at = Date.parse(startTime);
    const time = new Date(at);
    return (
      at > this.now() &&
      at % (type.duration * 60_000) === 0 &&
      ![0, 6].includes(time.getUTCDay()) &&
      time.getUTCHours() >= 9 &&
      time.getUTCHours() < 17
    );
  }

  book(
    type: EventType,
    booking: Pick<Invitee, 'email' | 'name' | 'timezone'> &
      Partial<Pick<Invitee, 'tracking' | 'questions_and_answers' | 'old_invitee' | 'scheduling_method'>> & {
        startTime: string;
      },
  ): Invitee {
    const { startTime, ...given } = booking;
    const start = Date.parse(startTime);
    const event: ScheduledEvent = {
      uri: newUri('scheduled_events'),
      name: type.name,
      status: 'active',
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + type.duration * 60_000).toISOString(),
      event_type: type.uri,
    };
    const uuid = randomUUID();
    const invitee: Invitee = {
      uri: `${event.uri}/invitees/${uuid}`,
      event: event.uri,
      status: 'active',
      rescheduled: false,
      old_invitee: null,
      new_invitee: null,
      cancel_url: `https://calendly.com/cancellations/${uuid}`,
      reschedule_url: `https://calendly.com/reschedulings/${uuid}`,
      tracking: {},
      questions_and_answers: [],
      scheduling_method: null,
      ...given,
    };
    this.events.push(event);
    this.invitees.push(invitee);
    return invitee;
  }

  /** @returns false when it is called off already */
  cancel(event: ScheduledEvent): Invitee | false {
    const invitee = this.invitees.find((one) => one.event === event.uri);
    if (event.status === 'canceled' || !invitee) return false;
    event.status = 'canceled';
    invitee.status = 'canceled';
    return invitee;
  }
}

/** The same at every start: whoever has chosen it finds it again. */
function idOf(slug: string): string {
  return createHash('sha256').update(slug).digest('hex').slice(0, 32);
}

export function newUri(collection: string): string {
  return `${ID_BASE}/${collection}/${randomUUID()}`;
}
