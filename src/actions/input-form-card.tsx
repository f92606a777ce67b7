import { useRef, useState } from 'preact/hooks';
import type { InputFormPayload } from '../contract/entry.ts';
import type { CardProblem, CardProps } from './card-props.ts';
import { InputFormRow } from './input-form-row.tsx';
import { ValueList } from './value-list.tsx';

/** Asks the visitor for what a call still needs, beside what is known already: sent is what stands here. */
export function InputFormCard({ entryId, payload, state, send, t }: CardProps<InputFormPayload>) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
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

  function submit(event: Event) {
    event.preventDefault();
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(form.current ?? undefined)) values[name] = String(value).trim();
    const missing = payload.fields.filter(({ name, required }) => required && !values[name]);
    show(missing.map(({ name }) => ({ path: name, code: 'required', message: '' })));
    if (missing.length === 0) void tell('submit', values);
  }

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
        <button type="button" class="secondary" aria-disabled={busy} onClick={() => void tell('dismiss')}>
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
