import type { ImportedRequest, OperationList } from '../../../contract/http/import.ts';
import { INPUTS_MAX } from '../../../contract/limits.ts';
import { finishDraft, type ImportDraft, startDraft } from '../import/import-draft.ts';
import { applySecurity } from './apply-security.ts';
import { chooseServer } from './choose-server.ts';
import {
  findOperations,
  listOperations,
  type Operation,
  parametersOf,
  pickOperation,
} from './find-operation.ts';
import { followReferences } from './follow-references.ts';
import type { JsonObject } from './json-object.ts';
import { readContent } from './read-content.ts';
import { readDocument } from './read-document.ts';
import { readParameters } from './read-parameters.ts';

interface Choice {
  operationId?: string | undefined;
  /** Where the API is, for documents that do not say it. */
  baseUrl?: string | undefined;
}

/**
 * Makes a request of an operation of an OpenAPI 3 or Swagger 2 document (JSON or YAML), or lists its operations when
 * none is chosen. Nothing outside of the document is opened.
 * @throws AppError `invalid` that says what cannot be imported, and what to do
 */
export function importOpenApi(
  written: string | JsonObject,
  choice: Choice = {},
): ImportedRequest | OperationList {
  const document = readDocument(written);
  const operations = findOperations(document, followReferences(document));
  if (choice.operationId === undefined) return listOperations(operations);
  const operation = pickOperation(operations, choice.operationId);
  const whole = build(document, operation, choice.baseUrl);
  if (whole.imported.inputs.length <= INPUTS_MAX) return whole.imported;
  const required = whole.imported.inputs.filter((input) => input.required).length;
  const { imported, draft } = build(document, operation, choice.baseUrl, Math.max(0, INPUTS_MAX - required));
  const note =
    required > INPUTS_MAX
      ? `It needs ${required} inputs, and an action takes ${INPUTS_MAX}: write some values into the request.`
      : `${draft.inputs.leftOut} optional inputs were left out: an action takes ${INPUTS_MAX}.`;
  return { ...imported, notes: [...imported.notes, note] };
}

function build(
  document: JsonObject,
  found: Operation,
  baseUrl: string | undefined,
  maxOptional?: number,
): { imported: ImportedRequest; draft: ImportDraft } {
  const follow = followReferences(document);
  const server = chooseServer(document, found, baseUrl);
  const draft = startDraft('openapi', server.host, maxOptional);
  const parameters = parametersOf(found, follow);
  const { path, query, headers } = readParameters(found.path, parameters, follow, draft);
  const { body, contentType } = readContent(found.operation, parameters, document, follow, draft);
  if (contentType !== null) headers.push({ name: 'Content-Type', value: contentType });
  applySecurity(found.operation, parameters, document, { headers, query }, follow, draft);
  const url = `${server.origin}${server.pathname.replace(/\/+$/, '')}${path}`;
  return { imported: finishDraft(draft, { method: found.method, url, query, headers, body }), draft };
}
