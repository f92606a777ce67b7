import { CORE_SCHEMA, load, mergeTag, YAMLException } from 'js-yaml';
import { importFault } from '../import/import-fault.ts';
import { isObject, type JsonObject, wordOf } from './json-object.ts';

const MAX_BYTES = 2 * 1024 * 1024;
/** Far above what people write by hand, far below what fills a memory. */
const YAML_LIMITS = { maxDepth: 100, maxAliases: 1_000 };

/** Reads an OpenAPI 3 or Swagger 2 document. @throws AppError `invalid` */
export function readDocument(written: string | JsonObject): JsonObject {
  const document = typeof written === 'string' ? parse(written) : written;
  if (!isObject(document))
    throw importFault('openapi', 'This is not an OpenAPI document: it is no JSON or YAML object.');
  const { openapi, swagger } = document;
  if (!/^3\.\d+(\.|$)/.test(wordOf(openapi)) && !/^2(\.0)?$/.test(wordOf(swagger)))
    throw importFault(
      'openapi',
      'The document must be OpenAPI 3 ("openapi: 3.1.0") or Swagger 2 ("swagger: 2.0").',
    );
  if (!isObject(document.paths))
    throw importFault('openapi', 'The document has no paths, so there is nothing to call.');
  return document;
}

function parse(text: string): unknown {
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw importFault('openapi', 'The document is larger than 2 MB. Leave out what you do not need.');
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // It may be YAML that begins like JSON.
    }
  }
  try {
    return load(text.replace(/^\ufeff/, ''), {
      ...YAML_LIMITS,
      schema: CORE_SCHEMA.withTags(mergeTag),
      json: true,
    });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // Its message quotes the text, which may hold secrets.
    const line = error.mark ? ` (line ${error.mark.line + 1})` : '';
    throw importFault(
      'openapi',
      `The document is neither JSON nor YAML that can be read: ${error.reason}${line}.`,
    );
  }
}
