import type { CardProps } from '../card-props.ts';
import { useCardForm } from '../use-card-form.ts';
import { findFault } from './find-fault.ts';
import { FormField } from './form-field.tsx';
import type { LeadFormPayload } from './payload.ts';

const CLOSED: Partial<Record<CardProps<LeadFormPayload>['state'], string>> = {
  dismissed: 'leadForm.dismissed',
  expired: 'leadForm.expired',
};

/** The form while it is offered; a sentence once it is sent or closed. */
export function LeadFormCard({ entryId, payload, state, send, t }: CardProps<LeadFormPayload>) {
  const { form, problems, busy, failed, typed, submit, dismiss } = useCardForm({
    fields: payload.fields,
    send,
    findProblems: (values) =>
      payload.fields.flatMap((field) => {
        const code = findFault(field, values[field.name] ?? '');
        return code ? [{ path: field.name, code, message: code }] : [];
      }),
  });

  if (state !== 'offered')
    return (
      <p class="card sentence" dir="auto">
        {payload.message || t(CLOSED[state] ?? 'leadForm.submitted')}
      </p>
    );

  /** A field was left. What does not arrive is sent with the form. */
  function keep() {
    if (payload.keepsPartial && !busy) send('draft', typed()).catch(() => undefined);
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
        <button type="button" class="secondary" aria-disabled={busy} onClick={dismiss}>
          {t('leadForm.dismiss')}
        </button>
      </div>
    </form>
  );
}
