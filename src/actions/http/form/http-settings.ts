import type { RequestInput } from '../../../contract/http/request.ts';
import type { SettingsOf } from '../../define.ts';
import type { PlaceholderNames } from '../../form-kit/placeholder-names.ts';
import type { FormProps } from '../../form-props.ts';
import type { http } from '../action.ts';

export type HttpSettings = SettingsOf<typeof http>;

/** A question that the visitor answers. */
export function newInput(name: string): RequestInput {
  return { name, type: 'string', description: '', required: true, source: 'visitor' };
}

/** What the placeholders of the request may name. */
export function readNames(
  { settings, onChange, language }: Pick<FormProps<HttpSettings>, 'settings' | 'onChange' | 'language'>,
  secrets: string[],
): PlaceholderNames {
  return {
    inputs: settings.inputs.map(({ name }) => name),
    secrets,
    language,
    addInput: (name) => onChange({ ...settings, inputs: [...settings.inputs, newInput(name)] }),
  };
}

/** Where a request goes; empty while its address is none. */
export function hostOf(url: string): string {
  const readable = url.replace(/\{\{.*?\}\}/g, 'x');
  return URL.canParse(readable) ? new URL(readable).host : '';
}
