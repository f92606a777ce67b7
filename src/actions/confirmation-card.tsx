import { useState } from 'preact/hooks';
import type { ConfirmationPayload } from '../contract/entry.ts';
import type { CardProps } from './card-props.ts';
import { ValueList } from './value-list.tsx';

/** Asks the visitor to confirm exact values, for whichever action: what is shown is what will be sent. */
export function ConfirmationCard({ entryId, payload, state, send, t }: CardProps<ConfirmationPayload>) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const titleId = `title-${entryId}`;

  async function decide(op: 'confirm' | 'decline') {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      await send(op, { hash: payload.hash });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section class="card" aria-labelledby={titleId} aria-busy={busy}>
      <h2 id={titleId} dir="auto">
        {payload.title}
      </h2>
      <ValueList values={payload.values} />
      {state === 'offered' ? (
        <>
          {failed && (
            <p class="problem" role="alert">
              {t('confirmation.failed')}
            </p>
          )}
          <div class="choices">
            <button type="button" class="primary" aria-disabled={busy} onClick={() => void decide('confirm')}>
              {t('confirmation.confirm')}
            </button>
            <button
              type="button"
              class="secondary"
              aria-disabled={busy}
              onClick={() => void decide('decline')}
            >
              {t('confirmation.decline')}
            </button>
          </div>
        </>
      ) : (
        <p class="note">{t(WORDS[state] ?? 'confirmation.expired')}</p>
      )}
    </section>
  );
}

const WORDS: Partial<Record<CardProps<ConfirmationPayload>['state'], string>> = {
  confirmed: 'confirmation.confirmed',
  declined: 'confirmation.declined',
};
