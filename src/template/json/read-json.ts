import { TemplateError } from '../template-error.ts';
import { type Part, type Placeholder, placeholdersOf, readPlaceholder, readText } from '../text/read-text.ts';
import { MAX_DEPTH, tooDeep } from '../values/copy-json.ts';
import { isForbiddenKey } from '../values/forbidden-key.ts';

/** JSON with placeholders in it. */
export type JsonNode =
  /** JSON text that stays as it is: numbers keep the digits that the owner gave them. */
  | string
  /** Quoted or not, it stands for the whole value. */
  | { value: Placeholder }
  | { text: Part[] }
  | { items: JsonNode[] }
  /** Keys are JSON text. */
  | { fields: [key: string, node: JsonNode][] };

/** @throws TemplateError */
export function readJson(text: string, path: string): JsonNode {
  // Editors of some systems put a byte order mark there.
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const root = readNode(0);
  if (at < text.length) throw fault();
  return root;

  function readNode(depth: number): JsonNode {
    take(SPACE);
    const node = readLeaf() ?? readContainer(depth);
    take(SPACE);
    return node;
  }

  function readLeaf(): JsonNode | undefined {
    const placeholder = take(PLACEHOLDER);
    if (placeholder !== undefined) return { value: readPlaceholder(placeholder.slice(2, -2), path) };
    const string = take(STRING);
    if (string === undefined) return take(NUMBER_OR_WORD);
    const parts = readText(decode(string), path);
    const [only, ...others] = parts;
    if (only !== undefined && typeof only !== 'string' && others.length === 0) return { value: only };
    return placeholdersOf(parts).length > 0 ? { text: parts } : JSON.stringify(parts.join(''));
  }

  function readContainer(depth: number): JsonNode {
    const isList = take(/\[/y) !== undefined;
    if (!isList && take(/\{/y) === undefined) throw fault();
    if (depth >= MAX_DEPTH) throw tooDeep(path);
    const keys = new Set<string>();
    const items: JsonNode[] = [];
    const fields: [string, JsonNode][] = [];
    const end = isList ? /\]/y : /\}/y;
    take(SPACE);
    if (take(end) === undefined) {
      do {
        if (isList) items.push(readNode(depth + 1));
        else fields.push([readKey(keys), readNode(depth + 1)]);
      } while (take(/,/y) !== undefined);
      if (take(end) === undefined) throw fault();
    }
    return isList ? { items } : { fields };
  }

  function readKey(taken: Set<string>): string {
    take(SPACE);
    const string = take(STRING);
    const parts = string === undefined ? [] : readText(decode(string), path);
    if (placeholdersOf(parts).length > 0 || (string === undefined && text.startsWith('{{', at)))
      throw new TemplateError(
        'key_placeholder',
        path,
        'has a placeholder in a key; only values can be filled in',
      );
    if (string === undefined) throw fault();
    const key = parts.join('');
    if (isForbiddenKey(key))
      throw new TemplateError('forbidden_key', path, `has the key ${key}, which is never sent`);
    if (taken.has(key))
      throw new TemplateError(
        'body_json',
        path,
        `has the key ${key} twice in one object; which one counts is open`,
      );
    taken.add(key);
    take(SPACE);
    if (take(/:/y) === undefined) throw fault();
    return JSON.stringify(key);
  }

  /** What a pattern finds right here; the reader moves on behind it. */
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  }

  function decode(string: string): string {
    // `\{{` is no escape of JSON, but what one writes everywhere else.
    const escaped = string.replace(/\\\{\{|\\./gs, (pair) => (pair === '\\{{' ? '\\\\{{' : pair));
    try {
      return String(JSON.parse(escaped)).toWellFormed();
    } catch {
      at -= string.length;
      throw fault();
    }
  }

  function fault(): TemplateError {
    const before = text.slice(0, at).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return new TemplateError('body_json', path, `is no JSON from line ${before.length}, column ${column} on`);
  }
}

const SPACE = /[\t\n\r ]*/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** After three braces the first one opens an object. */
const PLACEHOLDER = /\{\{(?!\{).*?\}\}/sy;
