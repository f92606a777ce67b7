import { useRef, useState } from 'preact/hooks';
import type { CardProblem, CardProps } from './card-props.ts';

interface CardForm {
  fields: { name: string }[];
  send: CardProps<never>['send'];
  /** What is seen to be wrong before anything is sent. */
  findProblems(values: Record<string, string>): CardProblem[];
}

/** A form in a card: what was typed, what is wrong with it, and one thing on its way at a time. */
export function useCardForm({ fields, send, findProblems }: CardForm) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

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
    const first = fields.find(({ name }) => byField[name]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
  }

  function typed(): Record<string, string> {
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(form.current ?? undefined)) values[name] = String(value).trim();
    return values;
  }

  function submit(event: Event) {
    event.preventDefault();
    const values = typed();
    const found = findProblems(values);
    show(found);
    if (found.length === 0) void tell('submit', values);
  }

  return { form, problems, busy, failed, typed, submit, dismiss: () => void tell('dismiss') };
}
