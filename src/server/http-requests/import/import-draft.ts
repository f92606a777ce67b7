import type { ImportedRequest } from '../../../contract/http/import.ts';
import { type RequestTemplate, requestTemplateSchema } from '../../../contract/http/request.ts';
import { collectInputs, type InputCollector } from './collect-inputs.ts';
import { collectSecrets, type SecretCollector } from './collect-secrets.ts';
import { importFault } from './import-fault.ts';

/** What is found while a request is read. */
export interface ImportDraft {
  /** The part of the body that says where the request came from. */
  source: 'curl' | 'openapi';
  inputs: InputCollector;
  secrets: SecretCollector;
  notes: string[];
}

export function startDraft(source: ImportDraft['source'], host: string, maxOptional?: number): ImportDraft {
  return { source, inputs: collectInputs(maxOptional), secrets: collectSecrets(host), notes: [] };
}

/** @throws AppError `invalid` when the request is larger than a template may be */
export function finishDraft(draft: ImportDraft, request: RequestTemplate): ImportedRequest {
  const { source, inputs, secrets, notes } = draft;
  const parsed = requestTemplateSchema.safeParse(request);
  const issue = parsed.error?.issues[0];
  if (issue) throw importFault(source, `The request is too large for an action, at ${issue.path.join('.')}.`);
  return { request, inputs: inputs.inputs, secretsFound: secrets.found, notes: [...new Set(notes)] };
}
