import { useEffect, useState } from 'preact/hooks';
import type { CardProps } from '../card-props.ts';
import { BookedNote } from './booked-note.tsx';
import { EmbedFrame, type EmbedMessage } from './embed-frame.tsx';
import type { BookingPayload } from './payload.ts';
import { type Picked, SlotForm } from './slot-form.tsx';
import { pickLocale, timeFormats } from './times.ts';
import { type BookingTranslate, useTexts } from './use-texts.ts';
import { ownZone } from './zone-name.ts';

interface BookingCardProps extends CardProps<BookingPayload> {
  /** The page for the frame, with what is known of the visitor. */
  frameUrl: string;
  readMessage(data: unknown): EmbedMessage | null;
  /** How long a page may be silent once it has come. Milliseconds; absent: as long as any page. */
  silentMs?: number;
}

/** A meeting to be booked: times in the chat, or the provider's page; then a sentence that says no more than is known. */
export function BookingCard(props: BookingCardProps) {
  const { entryId, payload, state, send } = props;
  const t = useTexts();
  const [picked, onPick] = useState<Picked>(() => ({ start: null, timeZone: ownZone() }));
  useEffect(() => {
    // The times are read when somebody sees them; of a booking that hangs, or was only reported, what came of it.
    const isReported = state === 'booked' && payload.booked?.state === 'reported';
    if (state === 'offered' || state === 'opened' || state === 'submitted' || isReported)
      void send('open').catch(() => undefined);
  }, []);
  if (!t) return <p class="card sentence">…</p>;
  if (state === 'booked' && payload.booked) return <BookedNote booked={payload.booked} t={t} />;
  if (state === 'submitted') return <Pending payload={payload} t={t} />;
  if (state !== 'offered' && state !== 'opened') return <p class="card sentence">{t('closed')}</p>;
  const titleId = `title-${entryId}`;
  const { title, minutes } = payload;
  return (
    <section class="card booking" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('title')}</h2>
      {title && (
        <p class="note" dir="auto">
          {minutes === null ? title : t('minutes', { title, minutes })}
        </p>
      )}
      <Body {...props} picked={picked} onPick={onPick} words={t} />
      <p>
        <NewTab link={payload.link} t={t} />
      </p>
    </section>
  );
}

function Body({
  entryId,
  payload,
  send,
  frameUrl,
  readMessage,
  silentMs,
  picked,
  onPick,
  words: t,
}: BookingCardProps & { picked: Picked; onPick(picked: Picked): void; words: BookingTranslate }) {
  if (payload.mode === 'new')
    return (
      <p class="note" role="status">
        {t('looking')}
      </p>
    );
  if (payload.mode === 'slots') return <SlotForm {...{ entryId, payload, send, picked, onPick, t }} />;
  if (!/^https?:/.test(payload.link)) return <p class="note">{t('notNow')}</p>;
  return (
    <>
      {payload.notice === 'page' && <p class="note">{t('page')}</p>}
      <EmbedFrame
        url={frameUrl}
        frame={payload.frame}
        readMessage={readMessage}
        silentMs={silentMs}
        onBooked={({ uid, start }) =>
          void send('booked', { uid, start, timeZone: ownZone() }).catch(() => undefined)
        }
        t={t}
      />
    </>
  );
}

/** On its way; or nobody knows what came of it, and then it is not sent again. */
function Pending({ payload: { choice, notice, link }, t }: { payload: BookingPayload; t: BookingTranslate }) {
  if (notice === 'unknown' || !choice)
    return (
      <div class="card">
        <p role="alert">{t('unknown')}</p>
        <NewTab link={link} t={t} />
      </div>
    );
  const formats = timeFormats(
    pickLocale(document.documentElement.lang, navigator.languages),
    choice.timeZone,
  );
  return (
    <p class="card sentence" role="status">
      {t('booking', { time: formats.time(choice.start), day: formats.day(choice.start) })}
    </p>
  );
}

function NewTab({ link, t }: { link: string; t: BookingTranslate }) {
  if (!/^https?:/.test(link)) return null;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer nofollow ugc">
      {t('newTab')}
    </a>
  );
}
