/** An action of this kind, for the gallery of the dashboard. */
export const sample = {
  name: 'Book a fitting',
  whenToUse: 'The visitor wants to try something on.',
  settings: { link: 'nordlys/fitting', connectionId: null },
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Ten in the morning, so many days from now. */
const at = (days: number) =>
  new Date(Math.floor(Date.now() / DAY_MS + days) * DAY_MS + 10 * HOUR_MS).toISOString();
const link = 'https://cal.com/nordlys/fitting';
const payload = {
  ...{
    mode: 'slots',
    link,
    frame: { url: link, origins: ['https://cal.com'] },
    name: 'Ada',
    email: 'ada@example.com',
  },
  ...{ title: 'Fitting', minutes: 30, slots: [at(1), at(2), at(3)], readAt: at(0), attempt: 0 },
  ...{ choice: null, notice: null, booked: null, reportedUid: null },
};
const choice = {
  start: at(1),
  timeZone: 'Europe/Berlin',
  name: 'Ada',
  email: 'ada@example.com',
  language: 'en',
};
const booked = {
  ...{ state: 'booked', start: at(1), timeZone: 'Europe/Berlin', email: 'ada@example.com' },
  links: { cancel: `${link}/cancel`, reschedule: `${link}/move` },
};
/** Its card, in each of its states. */
export const cards = [
  { state: 'opened', payload },
  { state: 'opened', payload: { ...payload, slots: [] } },
  { state: 'opened', payload: { ...payload, attempt: 1, choice, notice: 'taken' } },
  { state: 'opened', payload: { ...payload, attempt: 1, choice, notice: 'failed' } },
  { state: 'submitted', payload: { ...payload, attempt: 1, choice } },
  { state: 'submitted', payload: { ...payload, attempt: 1, choice, notice: 'unknown' } },
  { state: 'booked', payload: { ...payload, attempt: 1, choice, booked } },
  { state: 'booked', payload: { ...payload, booked: { ...booked, state: 'requested', links: {} } } },
  { state: 'booked', payload: { ...payload, booked: { ...booked, state: 'cancelled' } } },
  { state: 'expired', payload },
];
