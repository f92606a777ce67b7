import type { FormFieldType, InputFormField } from '../contract/entry.ts';
import { FIELD_MAX_CHARS } from '../contract/limits.ts';
import type { CardProps } from './card-props.ts';

interface InputFormRowProps {
  id: string;
  field: InputFormField;
  /** Code of what is wrong. */
  problem: string | undefined;
  t: CardProps<never>['t'];
}

/** One labelled input with its problem beneath. */
export function InputFormRow({ id, field, problem, t }: InputFormRowProps) {
  const { name, type, label, required } = field;
  const problemId = `${id}-problem`;
  const attributes = {
    id,
    name,
    'aria-required': required,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem && problemId,
  };
  const choices =
    type === 'yes-no'
      ? [
          { value: 'true', text: t('inputForm.yes') },
          { value: 'false', text: t('inputForm.no') },
        ]
      : type === 'choice'
        ? (field.options ?? []).map((value) => ({ value, text: value }))
        : null;
  return (
    <div class="field">
      <label for={id} dir="auto">
        {required ? label : t('leadForm.optional', { label })}
      </label>
      {choices && (
        <select dir="auto" {...attributes}>
          <option value="">{t('inputForm.choose')}</option>
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
      {type === 'message' && <textarea rows={3} dir="auto" maxLength={FIELD_MAX_CHARS} {...attributes} />}
      {!choices && type !== 'message' && (
        <input maxLength={FIELD_MAX_CHARS} {...INPUTS[type]} {...attributes} />
      )}
      {problem && (
        <p class="problem" id={problemId}>
          {t(PROBLEMS[problem] ?? 'leadForm.invalid')}
        </p>
      )}
    </div>
  );
}

const INPUTS: Partial<Record<FormFieldType, object>> = {
  text: { type: 'text', dir: 'auto' },
  email: { type: 'email', dir: 'ltr', autocomplete: 'email' },
  phone: { type: 'tel', dir: 'ltr', autocomplete: 'tel' },
  url: { type: 'url', dir: 'ltr' },
  number: { type: 'text', inputMode: 'decimal', dir: 'ltr' },
  date: { type: 'date' },
  time: { type: 'time' },
};

const PROBLEMS: Record<string, string> = {
  required: 'leadForm.required',
  email: 'leadForm.invalidEmail',
  phone: 'leadForm.invalidPhone',
  too_long: 'leadForm.tooLong',
};
