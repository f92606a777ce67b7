import type { BookedMeeting } from './payload.ts';
import { pickLocale, timeFormats } from './times.ts';
import type { BookingTranslate } from './use-texts.ts';

/** What is known of a meeting, and the provider's own ways to change it. */
export function BookedNote({ booked, t }: { booked: BookedMeeting; t: BookingTranslate }) {
  const { state, start, timeZone, email, links } = booked;
  const formats = timeFormats(pickLocale(document.documentElement.lang, navigator.languages), timeZone);
  const when = start
    ? { time: formats.time(start), day: formats.wholeDay(start), zone: timeZone.replaceAll('_', ' ') }
    : { time: '', day: '', zone: '' };
  const isOn = state === 'booked' || state === 'requested' || state === 'rescheduled';
  const ways = isOn ? [links.reschedule, links.cancel] : [];
  return (
    <div class="card">
      <p class="sentence" role="status">
        {t(state, when)}
      </p>
      {isOn && email && (
        <p class="note" dir="auto">
          {t('bookedMail', { email })}
        </p>
      )}
      {ways.some(Boolean) && (
        <p class="ways">
          {ways.map(
            (link, index) =>
              link &&
              /^https?:/.test(link) && (
                <a key={link} href={link} target="_blank" rel="noopener noreferrer nofollow ugc">
                  {t(index === 0 ? 'reschedule' : 'cancel')}
                </a>
              ),
          )}
        </p>
      )}
    </div>
  );
}
