import { useRef, useState } from 'preact/hooks';
import type { CardProblem, CardProps } from '../card-props.ts';
import { findFault } from './find-fault.ts';
import { FormField } from './form-field.tsx';
import type { LeadFormPayload } from './payload.ts';

const CLOSED: Partial<Record<CardProps<LeadFormPayload>['state'], string>> = {
  dismissed: 'leadForm.dismissed',
  expired: 'leadForm.expired',
};

/** The form while it is offered; a sentence once it is sent or closed. */
export function LeadFormCard({ entryId, payload, state, send, t }: CardProps<LeadFormPayload>) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  if (state !== 'offered')
    return (
      <p class="card sentence" dir="auto">
        {payload.message || t(CLOSED[state] ?? 'leadForm.submitted')}
      </p>
    );

  async function tell(op: 'submit' | 'dismiss', values?: Record<string, string>) {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      const answer = await send(op, values);
      if (answer) show(answer.problems);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  function show(found: CardProblem[]) {
    const byField = Object.fromEntries(found.map(({ path, code }) => [path.replace('values.', ''), code]));
    setProblems(byField);
    const first = payload.fields.find(({ name }) => byField[name]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
  }

  function typed() {
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(form.current ?? undefined)) values[name] = String(value).trim();
    return values;
  }

  /** A field was left. What does not arrive is sent with the form. */
  function keep() {
    if (payload.keepsPartial && !busy) send('draft', typed()).catch(() => undefined);
  }

  function submit(event: Event) {
    event.preventDefault();
    const values = typed();
    const found = payload.fields.flatMap((field) => {
      const code = findFault(field, values[field.name] ?? '');
      return code ? [{ path: field.name, code, message: code }] : [];
    });
    show(found);
    if (found.length === 0) void tell('submit', values);
  }

  const titleId = `title-${entryId}`;
  return (
    <form
      class="card"
      ref={form}
      noValidate
      onSubmit={submit}
      onChange={keep}
      aria-labelledby={titleId}
      aria-busy={busy}
    >
      <h2 id={titleId}>{t('leadForm.title')}</h2>
      {payload.fields.map((field) => (
        <FormField
          key={field.name}
          id={`${entryId}-${field.name}`}
          field={field}
          problem={problems[field.name]}
          t={t}
        />
      ))}
      {/* Robots fill every field; people never see this one. */}
      <input class="unseen" name="website" tabIndex={-1} autoComplete="off" aria-hidden="true" />
      {payload.consent && (
        <p class="note" dir="auto">
          {payload.consent}
        </p>
      )}
      {payload.keepsPartial && <p class="note">{t('leadForm.keepsPartial')}</p>}
      {failed && (
        <p class="problem" role="alert">
          {t('leadForm.failed')}
        </p>
      )}
      <div class="choices">
        <button type="submit" class="primary" aria-disabled={busy}>
          {t('leadForm.submit')}
        </button>
        <button type="button" class="secondary" aria-disabled={busy} onClick={() => void tell('dismiss')}>
          {t('leadForm.dismiss')}
        </button>
      </div>
    </form>
  );
}
