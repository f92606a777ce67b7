/** Where an event of Cal.com is booked. */
export interface CalLink {
  /** `https://cal.com`, or where somebody hosts it themselves. */
  origin: string;
  /** The path after it, without slashes at its ends: `ada/30min`, `team/sales/demo`. */
  calLink: string;
}

const CLOUD = 'https://cal.com';
const SEGMENT = /^[\w.~%+-]{1,100}$/;

/** Reads `ada/30min`, `cal.com/ada/30min` or a full address. @returns what is wrong with it, in words for people */
export function parseCalLink(text: string): CalLink | string {
  const link = text.trim();
  if (link === '') return 'is empty: write a link like ada/30min or https://cal.com/ada/30min';
  // A browser would write them otherwise, and make a path of them that nobody has meant.
  if (/[\s"'<>\\^`{|}]/.test(link)) return 'has characters that no event of Cal.com has';
  const url = readUrl(link);
  if (!url) return 'is no link that a browser can open';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://';
  if (url.username || url.password) return 'must have no name and password in it';
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  if (segments.at(-1) === 'embed') segments.pop();
  if (segments.length < 2 || segments.length > 3)
    return 'must name a person or a team, and one of their events, like ada/30min';
  if (!segments.every((segment) => SEGMENT.test(segment) && !/^\.+$/.test(segment)))
    return 'has characters that no event of Cal.com has';
  const origin = url.origin === 'https://app.cal.com' ? CLOUD : url.origin;
  return { origin, calLink: segments.join('/') };
}

/** How the API names an event, as far as its link tells. Null: only its page can book it. */
export function toEventRef({ origin, calLink }: CalLink): CalEventRef | null {
  const [first = '', second = '', third] = calLink.split('/').map(decodeURIComponent);
  const host = new URL(origin).hostname;
  // On a subdomain of the cloud lives an organisation.
  const organizationSlug = /^([\w-]+)\.cal\.com$/.exec(host)?.[1];
  const organization = organizationSlug ? { organizationSlug } : {};
  if (third !== undefined)
    return first === 'team' ? { teamSlug: second, eventTypeSlug: third, ...organization } : null;
  // Several people at once, and private links, have pages only.
  if (first.includes('+') || first === 'd') return null;
  return { username: first, eventTypeSlug: second, ...organization };
}

export type CalEventRef = { eventTypeSlug: string; organizationSlug?: string } & (
  | { username: string }
  | { teamSlug: string }
);

/** Whether it is the vendor's own service, whose API has an address of its own. */
export function isCalCloud(origin: string): boolean {
  const { hostname, protocol } = new URL(origin);
  return protocol === 'https:' && (hostname === 'cal.com' || hostname.endsWith('.cal.com'));
}

function readUrl(link: string): URL | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) && !/^[\w.-]+:\d+\//.test(link)) return URL.parse(link);
  // A first part with a dot or a port is a host; people's names on Cal.com may have dots, too, but then two parts follow no host.
  const [first = '', ...rest] = link.replace(/^\/+/, '').split('/');
  const isHost = /^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(first) && rest.filter(Boolean).length >= 2;
  return URL.parse(isHost ? `https://${first}/${rest.join('/')}` : `${CLOUD}/${link.replace(/^\/+/, '')}`);
}
