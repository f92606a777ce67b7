import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { ApiError } from './api-error.ts';

interface ApiForm<Values> {
  form: UseFormReturnType<Values>;
  /** Sends, shows the API's problems beside their fields, and goes to the first of them. */
  submit(send: (values: Values) => Promise<unknown>): (event?: React.FormEvent<HTMLFormElement>) => void;
  isSending: boolean;
  /** What went wrong and belongs to no field. */
  error: unknown;
}

/** A form whose values are checked by the API: one set of rules, in one place. What was typed stays, whatever happens. */
export function useApiForm<Values extends Record<string, unknown>>(
  input: UseFormInput<Values>,
): ApiForm<Values> {
  const form = useForm<Values>({ mode: 'controlled', ...input });
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function run(send: (values: Values) => Promise<unknown>, values: Values): Promise<void> {
    setSending(true);
    setError(null);
    try {
      await send(values);
      form.resetDirty();
    } catch (problem) {
      if (!(problem instanceof ApiError) || problem.details.length === 0) return setError(problem);
      const errors = Object.fromEntries(problem.details.map(({ path, message }) => [path, message]));
      form.setErrors(errors);
      const first = Object.keys(errors).find((path) => path in values);
      if (first) form.getInputNode(first)?.focus();
      else setError(problem);
    } finally {
      setSending(false);
    }
  }
  return {
    form,
    submit: (send) => form.onSubmit((values) => void run(send, values)),
    isSending,
    error,
  };
}
