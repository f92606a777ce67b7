import type { BookingTranslate } from './use-texts.ts';

export type BookingField = 'name' | 'email';

interface BookingInputProps {
  entryId: string;
  field: BookingField;
  /** What is known already. */
  value: string;
  problem: string | undefined;
  t: BookingTranslate;
}

/** One labelled field of a booking, with its problem beneath. */
export function BookingInput({ entryId, field, value, problem, t }: BookingInputProps) {
  const id = `${entryId}-${field}`;
  const attributes = {
    id,
    name: field,
    maxlength: 200,
    defaultValue: value,
    'aria-required': true,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem && `${id}-problem`,
  };
  return (
    <div class="field">
      <label for={id}>{t(field)}</label>
      {field === 'email' ? (
        <input type="email" dir="ltr" autocomplete="email" {...attributes} />
      ) : (
        <input type="text" dir="auto" autocomplete="name" {...attributes} />
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
