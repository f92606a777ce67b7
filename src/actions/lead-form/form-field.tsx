import { FIELD_MAX_CHARS } from '../../contract/limits.ts';
import type { CardProps } from '../card-props.ts';
import type { LeadField, LeadFieldType } from './payload.ts';

const AUTOCOMPLETE: Partial<Record<LeadFieldType, 'name' | 'email' | 'tel' | 'organization'>> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  company: 'organization',
};
const PROBLEMS: Record<string, string> = {
  required: 'leadForm.required',
  email: 'leadForm.invalidEmail',
  phone: 'leadForm.invalidPhone',
  too_long: 'leadForm.tooLong',
};

/** One labelled field with its problem beneath. `problem` is a code. */
export function FormField({
  id,
  field,
  problem,
  t,
}: {
  id: string;
  field: LeadField;
  problem: string | undefined;
  t: CardProps<never>['t'];
}) {
  const label = field.label || (field.type === 'text' ? field.name : t(`leadForm.${field.type}`));
  const problemId = `${id}-problem`;
  const attributes = {
    id,
    name: field.name,
    dir: field.type === 'email' || field.type === 'phone' ? 'ltr' : 'auto',
    autocomplete: AUTOCOMPLETE[field.type] ?? 'off',
    maxlength: FIELD_MAX_CHARS,
    'aria-required': field.required,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem && problemId,
  } satisfies InputAttributes;
  return (
    <div class="field">
      <label for={id} dir="auto">
        {field.required ? label : t('leadForm.optional', { label })}
      </label>
      {drawInput(field.type, attributes)}
      {problem && (
        <p class="problem" id={problemId}>
          {t(PROBLEMS[problem] ?? 'leadForm.invalid')}
        </p>
      )}
    </div>
  );
}

type InputAttributes = TextareaHTMLAttributes & Omit<InputHTMLAttributes, 'type'>;

function drawInput(type: LeadFieldType, attributes: InputAttributes) {
  switch (type) {
    case 'message':
      return <textarea rows={3} {...attributes} />;
    case 'email':
      return <input type="email" {...attributes} />;
    case 'phone':
      return <input type="tel" {...attributes} />;
    default:
      return <input type="text" {...attributes} />;
  }
}
