import type { ImportDraft } from '../import/import-draft.ts';
import { isSecretName } from '../import/spot-secrets.ts';
import { describeValue } from './describe-value.ts';
import type { Schema } from './read-schema.ts';

export interface NamedValue {
  name: string;
  /** Where it is sent: "query", "body customer". */
  within: string;
  schema: Schema;
  required: boolean;
  description?: string;
}

/**
 * What stands for a value in the request: itself, when there is only one; a secret; or an input.
 * @returns null when it is optional and left out
 */
export function nameValue(value: NamedValue, draft: ImportDraft): unknown {
  const { name, within, schema, required } = value;
  const [only, second] = schema.choices ?? [];
  const isFixed = second === undefined && only !== undefined && typeof only !== 'object';
  if (isFixed) return required ? escapeLiteral(only) : null;
  const isSecret = isSecretName(name) || schema.format === 'password';
  if (isSecret && within !== 'path')
    return required ? draft.secrets.take(`${within.split(' ')[0]} ${name}`, name, null) : null;
  const described = describeValue(schema);
  const description = value.description || described.description;
  return draft.inputs.add({ ...described, description, original: name, within, required });
}

function escapeLiteral(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('{{', '\\{{') : value;
}
