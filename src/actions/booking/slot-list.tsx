import { useState } from 'preact/hooks';
import { groupByWeek, type timeFormats } from './times.ts';
import type { BookingTranslate } from './use-texts.ts';

interface SlotListProps {
  slots: string[];
  timeZone: string;
  onChoose(slot: string): void;
  formats: ReturnType<typeof timeFormats>;
  t: BookingTranslate;
}

/** More of one day are shown on demand. */
const TIMES_SHOWN = 9;

/** Free times by day, a week at a time. */
export function SlotList({ slots, timeZone, onChoose, formats, t }: SlotListProps) {
  const weeks = groupByWeek(slots, timeZone, new Date());
  const [page, setPage] = useState(() =>
    Math.max(
      0,
      weeks.findIndex(({ days }) => days.length > 0),
    ),
  );
  const [whole, setWhole] = useState<string[]>([]);
  const week = weeks[Math.min(page, weeks.length - 1)];
  if (!week) return null;
  return (
    <>
      {week.days.length === 0 && (
        <p class="note">{t('none', { from: formats.day(week.from), to: formats.day(week.to) })}</p>
      )}
      {week.days.map(({ date, first, times }) => {
        const shown =
          whole.includes(date) || times.length <= TIMES_SHOWN + 1 ? times : times.slice(0, TIMES_SHOWN);
        return (
          <fieldset class="times" key={date}>
            <legend>{formats.wholeDay(first)}</legend>
            {shown.map((time) => (
              <button key={time} type="button" class="time" onClick={() => onChoose(time)}>
                {formats.time(time)}
              </button>
            ))}
            {shown.length < times.length && (
              <button type="button" class="more" onClick={() => setWhole([...whole, date])}>
                {t('more', { count: times.length })}
              </button>
            )}
          </fieldset>
        );
      })}
      <div class="choices">
        {(['earlier', 'later'] as const).map((way) => {
          const next = page + (way === 'later' ? 1 : -1);
          const isThere = next >= 0 && next < weeks.length;
          return (
            // Not `disabled`: that would take the focus away from who has pressed it.
            <button
              key={way}
              type="button"
              class="secondary pager"
              aria-disabled={!isThere}
              onClick={() => isThere && setPage(next)}
            >
              {t(way)}
            </button>
          );
        })}
      </div>
    </>
  );
}
