import type { InputFormPayload } from '../contract/entry.ts';
import type { CardProps } from './card-props.ts';
import { InputFormRow } from './input-form-row.tsx';
import { useCardForm } from './use-card-form.ts';
import { ValueList } from './value-list.tsx';

/** Asks the visitor for what a call still needs, beside what is known already: sent is what stands here. */
export function InputFormCard({ entryId, payload, state, send, t }: CardProps<InputFormPayload>) {
  const { form, problems, busy, failed, submit, dismiss } = useCardForm({
    fields: payload.fields,
    send,
    findProblems: (values) =>
      payload.fields
        .filter(({ name, required }) => required && !values[name])
        .map(({ name }) => ({ path: name, code: 'required', message: '' })),
  });
  const titleId = `title-${entryId}`;
  const heading = (
    <h2 id={titleId} dir="auto">
      {payload.title}
    </h2>
  );
  if (state !== 'offered')
    return (
      <section class="card" aria-labelledby={titleId}>
        {heading}
        <ValueList values={payload.values} />
        <p class="note">{t(WORDS[state] ?? 'inputForm.expired')}</p>
      </section>
    );

  return (
    <form class="card" ref={form} noValidate onSubmit={submit} aria-labelledby={titleId} aria-busy={busy}>
      {heading}
      <ValueList values={payload.values} />
      {payload.fields.map((field) => (
        <InputFormRow
          key={field.name}
          id={`${entryId}-${field.name}`}
          field={field}
          problem={problems[field.name]}
          t={t}
        />
      ))}
      {failed && (
        <p class="problem" role="alert">
          {t('inputForm.failed')}
        </p>
      )}
      <div class="choices">
        <button type="submit" class="primary" aria-disabled={busy}>
          {t('inputForm.submit')}
        </button>
        <button type="button" class="secondary" aria-disabled={busy} onClick={dismiss}>
          {t('inputForm.dismiss')}
        </button>
      </div>
    </form>
  );
}

const WORDS: Partial<Record<CardProps<InputFormPayload>['state'], string>> = {
  submitted: 'inputForm.submitted',
  dismissed: 'inputForm.dismissed',
};
