import { useRef, useState } from 'preact/hooks';
import type { CardProps } from '../card-props.ts';
import { type BookingField, BookingInput } from './booking-input.tsx';
import type { BookingPayload } from './payload.ts';
import { SlotList } from './slot-list.tsx';
import { TimeZoneChoice } from './time-zone-choice.tsx';
import { pickLocale, timeFormats } from './times.ts';
import type { BookingTranslate } from './use-texts.ts';

/** What stands chosen; it outlives a try that fails. */
export interface Picked {
  start: string | null;
  timeZone: string;
}

interface SlotFormProps extends Pick<CardProps<BookingPayload>, 'entryId' | 'payload' | 'send'> {
  picked: Picked;
  onPick(picked: Picked): void;
  t: BookingTranslate;
}

/** Free times, who comes, and one button that says exactly what it books. */
export function SlotForm({ entryId, payload, send, picked, onPick, t }: SlotFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { start: chosen, timeZone } = picked;
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Partial<Record<BookingField, string>>>({});
  const [failed, setFailed] = useState(false);
  const language = document.documentElement.lang;
  const formats = timeFormats(pickLocale(language, navigator.languages), timeZone);
  const start = chosen && payload.slots.includes(chosen) ? chosen : null;

  /** What was pressed is gone then: the focus goes to what is next. */
  function choose(time: string | null) {
    if (busy) return;
    onPick({ start: time, timeZone });
    requestAnimationFrame(() => {
      const inputs = [...(form.current?.querySelectorAll('input') ?? [])];
      const next = inputs.find(({ value }) => value === '') ?? form.current?.querySelector('button');
      next?.focus();
    });
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (busy || !start) return;
    const read = (field: BookingField) =>
      String(new FormData(form.current ?? undefined).get(field) ?? '').trim();
    const [name, email] = [read('name'), read('email')];
    const found: typeof problems = {
      ...(name ? {} : { name: t('required') }),
      ...(email
        ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
          ? {}
          : { email: t('badEmail') }
        : { email: t('required') }),
    };
    show(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setFailed(false);
    try {
      const answer = await send('submit', { start, timeZone, name, email, language });
      if (answer) {
        const isEmail = answer.problems.some(({ path }) => path === 'values.email');
        show(isEmail ? { email: t('badEmail') } : {});
        setFailed(!isEmail);
      }
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  function show(found: typeof problems) {
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }

  const notice = failed ? 'failed' : payload.notice;
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} aria-busy={busy}>
      {notice && !busy && (
        <p class="problem" role="alert">
          {t(notice)}
        </p>
      )}
      {start ? (
        <>
          <p class="chosen">
            {t('chosen', {
              time: formats.time(start),
              day: formats.wholeDay(start),
              zone: timeZone.replaceAll('_', ' '),
            })}
          </p>
          <BookingInput {...{ entryId, field: 'name', value: payload.name, problem: problems.name, t }} />
          <BookingInput {...{ entryId, field: 'email', value: payload.email, problem: problems.email, t }} />
          <div class="choices">
            <button type="submit" class="primary" aria-disabled={busy}>
              {t(busy ? 'booking' : 'book', { time: formats.time(start), day: formats.day(start) })}
            </button>
            <button type="button" class="secondary" aria-disabled={busy} onClick={() => choose(null)}>
              {t('other')}
            </button>
          </div>
        </>
      ) : (
        <>
          <TimeZoneChoice
            id={`zone-${entryId}`}
            value={timeZone}
            onChange={(zone) => onPick({ start: null, timeZone: zone })}
            t={t}
          />
          <SlotList {...{ slots: payload.slots, timeZone, onChoose: choose, formats, t }} />
        </>
      )}
    </form>
  );
}
