import type { RequestTemplate } from '../../contract/http/request.ts';
import { TemplateError } from '../template-error.ts';
import { type CompiledPair, compilePairs, fillPairs } from '../text/compile-pairs.ts';
import { encodeMasks, fillText } from '../text/fill-text.ts';
import { type Part, type Placeholder, placeholdersOf } from '../text/read-text.ts';
import type { Scope } from '../text/scope.ts';
import { pathSlot, querySlot } from '../text/slots.ts';
import type { Filling } from '../values/filling.ts';
import { readAddress } from './read-address.ts';

export interface CompiledUrl {
  host: string;
  /** @throws TemplateError */
  fill(filling: Filling): string;
}

const MAX_URL_CHARS = 8_192;
const PATH = 'request.url';

/** @throws TemplateError */
export function compileUrl({ url: text, query: rows }: RequestTemplate, scope: Scope): CompiledUrl {
  if (text.length > MAX_URL_CHARS) throw tooLong();
  const { origin, host, segments, query } = readAddress(text, PATH);
  const inPath = segments.flatMap(placeholdersOf);
  const secret = inPath.find(({ isSecret }) => isSecret);
  if (secret)
    throw new TemplateError(
      'secret_in_path',
      PATH,
      `has the secret ${secret.keys[0]} in its path, and paths are written to many logs; send it in a header or in the query`,
    );
  const pairs = [...query.map(readPair), ...compilePairs(rows, scope, querySlot, 'request.query')];
  for (const placeholder of [...inPath, ...query.flatMap(placeholdersOf)]) scope.know(placeholder, PATH);

  return {
    host,
    fill(filling) {
      const path = segments.map((segment) => `/${fillSegment(segment, filling)}`).join('');
      const search = fillPairs(pairs, filling, querySlot);
      const url = `${origin}${path}${search === '' ? '' : `?${search}`}`;
      if (url.length > MAX_URL_CHARS) throw tooLong();
      // What other programs read is what was meant.
      const plain = encodeMasks(url);
      if (new URL(plain).href !== plain) throw badSegment(PATH);
      return url;
    },
  };
}

function readPair(parts: Part[]): CompiledPair {
  const [first] = parts;
  const sign = typeof first === 'string' ? first.indexOf('=') : -1;
  if (placeholdersOf(parts).length === 0) return { head: String(first), value: [], path: PATH };
  if (typeof first !== 'string' || sign === -1)
    throw new TemplateError(
      'name_placeholder',
      PATH,
      'has a placeholder in the name of a parameter; only values can be filled in',
    );
  const rest = first.slice(sign + 1);
  return { head: first.slice(0, sign + 1), value: [...(rest ? [rest] : []), ...parts.slice(1)], path: PATH };
}

function fillSegment(parts: Part[], filling: Filling): string {
  const segment = fillText(parts, filling, pathSlot, PATH) ?? '';
  const [placeholder] = placeholdersOf(parts);
  // Another path than the owner's would be called.
  if (placeholder && /^(\.|%2e){0,2}$/i.test(segment)) throw badSegment(pathOf(placeholder));
  return segment;
}

function pathOf({ keys }: Placeholder): string {
  return ['values', ...keys].join('.');
}

function badSegment(path: string): TemplateError {
  return new TemplateError('path_segment', path, 'cannot be empty, . or .. in the path of an address');
}

function tooLong(): TemplateError {
  return new TemplateError('url_too_long', PATH, `is longer than ${MAX_URL_CHARS} characters`);
}
