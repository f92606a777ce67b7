import type { RequestTemplate } from '../../../contract/http/request.ts';
import { fillPair } from '../import/fill-pair.ts';
import { fillPlaceholders } from '../import/fill-placeholders.ts';
import type { ImportDraft } from '../import/import-draft.ts';
import { importFault } from '../import/import-fault.ts';
import { fillJson, isJsonTemplate } from './read-json.ts';
import { readPairs } from './read-pairs.ts';
import type { CurlOptions } from './take-option.ts';

interface Body {
  body: RequestTemplate['body'];
  /** What the request must say of it; null when the kind of body says it. */
  contentType: string | null;
}

/** What is sent, read by its content type; without one, as what it looks like. */
export function readBody(options: CurlOptions, declared: string | null, draft: ImportDraft): Body {
  const { data, form } = options;
  if (form.length > 0) {
    draft.notes.push('The fields of -F are sent as a plain form, not as multipart/form-data.');
    return {
      body: { type: 'form', value: form.map((pair) => fillPair(pair, 'form', draft)) },
      contentType: null,
    };
  }
  const isJson = data.some((part) => part.isJson);
  const text = data.map((part) => part.text).join(isJson ? '' : '&');
  const contentType = declared ?? (isJson ? 'application/json' : null);
  if (text === '') return { body: { type: 'none' }, contentType: null };
  if (/^multipart\//i.test(contentType ?? ''))
    throw importFault('curl', 'A multipart body cannot be imported. Write its fields as -F "name=value".');
  if (isJsonType(contentType)) return readJsonBody(text, contentType ?? '', draft);
  if (contentType !== null && !isFormType(contentType)) return readText(text, contentType, draft);
  return readUndeclared(text, contentType, draft);
}

function readJsonBody(text: string, contentType: string, draft: ImportDraft): Body {
  if (isJsonTemplate(text)) {
    const isPlain = /^application\/json$/i.test(contentType.trim());
    return {
      body: { type: 'json', value: fillJson(text, draft) },
      contentType: isPlain ? null : contentType,
    };
  }
  draft.notes.push('The body is said to be JSON but is not valid JSON: it is sent as the text it is.');
  return readText(text, contentType, draft);
}

function readUndeclared(text: string, contentType: string | null, draft: ImportDraft): Body {
  if (contentType === null && /^\s*[[{]/.test(text) && isJsonTemplate(text)) {
    draft.notes.push('The body looks like JSON and is sent as JSON; cURL alone would call it a form.');
    return { body: { type: 'json', value: fillJson(text, draft) }, contentType: null };
  }
  const { pairs, bare } = readPairs(text);
  if (bare.length > 0) return readText(text, contentType ?? 'application/x-www-form-urlencoded', draft);
  return {
    body: { type: 'form', value: pairs.map((pair) => fillPair(pair, 'form', draft)) },
    contentType: null,
  };
}

function readText(text: string, contentType: string, draft: ImportDraft): Body {
  return {
    body: { type: 'text', value: fillPlaceholders(text, { kind: 'text', where: 'body' }, draft) },
    contentType,
  };
}

function isJsonType(contentType: string | null): boolean {
  return /^[\w.-]+\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '');
}

function isFormType(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType);
}
