import type { CardProps } from '../card-props.ts';
import type { ButtonPayload } from './payload.ts';

/** A link that looks like a button. Opening it is recorded; a failed record never stops the visitor. */
export function ButtonCard({ payload, state, send, t }: CardProps<ButtonPayload>) {
  const opensTab = /^https?:/i.test(payload.url);
  // Checked when the action was saved; an older payload, or a foreign one, still leads nowhere else.
  if (!opensTab && !/^(mailto|tel):/i.test(payload.url)) return <p class="card sentence">{payload.text}</p>;
  return (
    <div class="button-card">
      <a
        class="primary"
        href={payload.url}
        target={opensTab ? '_blank' : undefined}
        rel="noopener noreferrer nofollow ugc"
        dir="auto"
        // The visitor gets where they wanted; only the record of it can be lost.
        onClick={() => void send('open').catch(() => undefined)}
      >
        {payload.text}
        {opensTab && <span class="unseen"> ({t('newTab')})</span>}
      </a>
      {state === 'opened' && <p class="note">{t('button.opened')}</p>}
    </div>
  );
}
