import type { OperationList } from '../../../contract/http/import.ts';
import { importFault } from '../import/import-fault.ts';
import type { Follow } from './follow-references.ts';
import { isObject, type JsonObject, objectsOf, textOf, wordOf } from './json-object.ts';

export interface Operation {
  /** Its own, or `get /orders/{id}`. */
  operationId: string;
  method: string;
  path: string;
  summary: string;
  operation: JsonObject;
  /** The path that it belongs to, with what all its operations share. */
  shared: JsonObject;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];

export function findOperations(document: JsonObject, follow: Follow): Operation[] {
  const taken = new Set<string>();
  return Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, item]) => {
    if (!path.startsWith('/')) return [];
    const shared = follow(item);
    return METHODS.filter((method) => isObject(shared[method])).map((method) => {
      const operation = follow(shared[method]);
      const own = textOf(operation.operationId)?.trim();
      const operationId = own && !taken.has(own) ? own : `${method} ${path}`;
      taken.add(operationId);
      const summary = (textOf(operation.summary) ?? textOf(operation.description) ?? '').trim();
      const firstLine = summary.split('\n', 1)[0] ?? '';
      return {
        operationId,
        method: method.toUpperCase(),
        path,
        summary: firstLine.slice(0, 200),
        operation,
        shared,
      };
    });
  });
}

export function listOperations(operations: Operation[]): OperationList {
  return {
    operations: operations.map(({ operationId, method, path, summary }) => ({
      operationId,
      method,
      path,
      summary,
    })),
  };
}

/** @throws AppError `invalid` that names the operations which sound alike */
export function pickOperation(operations: Operation[], wanted: string): Operation {
  const byPlace = wanted.trim().replace(/^\w+(?= )/, (method) => method.toLowerCase());
  const found =
    operations.find(({ operationId }) => operationId === wanted) ??
    operations.find(({ operationId, method, path }) =>
      [operationId, `${method.toLowerCase()} ${path}`].includes(byPlace),
    );
  if (found) return found;
  const near = findNear(
    operations.map(({ operationId }) => operationId),
    wanted,
  );
  const hint = near.length > 0 ? ` Did you mean ${near.map((id) => `"${id}"`).join(' or ')}?` : '';
  throw importFault('operationId', `The document has no operation of this name.${hint}`);
}

function findNear(ids: string[], wanted: string): string[] {
  const pairs = pairsOf(wanted);
  return ids
    .map((id) => ({ id, likeness: likenessOf(pairs, pairsOf(id)) }))
    .filter(({ likeness }) => likeness > 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ id }) => id.slice(0, 100));
}

/** Dice's measure on neighbouring letters. */
function likenessOf(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return (2 * common) / (one.size + other.size || 1);
}

function pairsOf(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return new Set(Array.from(plain.slice(1), (letter, index) => `${plain[index]}${letter}`));
}

/** Parameters of the operation before those of its path. */
export function parametersOf({ operation, shared }: Operation, follow: Follow): JsonObject[] {
  const all = [...objectsOf(operation.parameters), ...objectsOf(shared.parameters)].map(follow);
  const keyOf = ({ name, in: place }: JsonObject) => `${wordOf(place)} ${wordOf(name)}`;
  return all.filter(
    (parameter, index) => all.findIndex((other) => keyOf(other) === keyOf(parameter)) === index,
  );
}
