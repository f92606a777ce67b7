import { FIELD_MAX_CHARS } from '../../contract/limits.ts';
import type { CardProps } from '../card-props.ts';
import type { LeadField } from './payload.ts';

interface FormFieldProps {
  id: string;
  field: LeadField;
  /** Code of what is wrong. */
  problem: string | undefined;
  t: CardProps<never>['t'];
}

/** One labelled field with its problem beneath. */
export function FormField({ id, field, problem, t }: FormFieldProps) {
  const { name, type, required } = field;
  const label = field.label || (type === 'text' ? name : t(`leadForm.${type}`));
  const problemId = `${id}-problem`;
  const attributes = {
    id,
    name,
    maxlength: FIELD_MAX_CHARS,
    'aria-required': required,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem && problemId,
  };
  return (
    <div class="field">
      <label for={id} dir="auto">
        {required ? label : t('leadForm.optional', { label })}
      </label>
      {type === 'message' && <textarea rows={3} dir="auto" {...attributes} />}
      {type === 'email' && <input type="email" dir="ltr" autocomplete="email" {...attributes} />}
      {type === 'phone' && <input type="tel" dir="ltr" autocomplete="tel" {...attributes} />}
      {type === 'name' && <input type="text" dir="auto" autocomplete="name" {...attributes} />}
      {type === 'company' && <input type="text" dir="auto" autocomplete="organization" {...attributes} />}
      {type === 'text' && <input type="text" dir="auto" {...attributes} />}
      {problem && (
        <p class="problem" id={problemId}>
          {t(PROBLEMS[problem] ?? 'leadForm.invalid')}
        </p>
      )}
    </div>
  );
}

const PROBLEMS: Record<string, string> = {
  required: 'leadForm.required',
  email: 'leadForm.invalidEmail',
  phone: 'leadForm.invalidPhone',
  too_long: 'leadForm.tooLong',
};
