import { importFault } from '../import/import-fault.ts';
import type { Operation } from './find-operation.ts';
import { isObject, type JsonObject, objectsOf, textOf, wordOf } from './json-object.ts';

/** Where the operation is: the first server of the document, or the given address. Without a slash at its end. */
export function chooseServer(document: JsonObject, operation: Operation, baseUrl: string | undefined): URL {
  const written = 'swagger' in document ? writeSwaggerServer(document) : writeServer(document, operation);
  const url = URL.parse(written, baseUrl) ?? (baseUrl === undefined ? null : URL.parse(baseUrl));
  if (url === null || !/^https?:$/.test(url.protocol) || /[{}]|%7b/i.test(url.href))
    throw importFault(
      'baseUrl',
      'The document does not say where the API is. Send its address as baseUrl, such as https://api.example.com.',
    );
  const base = baseUrl === undefined ? url : (URL.parse(baseUrl) ?? url);
  // Whoever names the address means that one, whatever server the document has; the path stays that of the document.
  url.protocol = base.protocol;
  url.host = base.host;
  return url;
}

function writeServer(document: JsonObject, { operation, shared }: Operation): string {
  const [server] = [operation, shared, document].flatMap(({ servers }) => objectsOf(servers).slice(0, 1));
  const variables = isObject(server?.variables) ? server.variables : {};
  return (textOf(server?.url) ?? '').replace(/\{([^{}]*)\}/g, (found, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return isObject(variable) && variable.default !== undefined ? wordOf(variable.default) : found;
  });
}

function writeSwaggerServer({ schemes, host, basePath }: JsonObject): string {
  const path = textOf(basePath) ?? '';
  if (typeof host !== 'string') return path;
  const isPlain = Array.isArray(schemes) && schemes.includes('http') && !schemes.includes('https');
  return `${isPlain ? 'http' : 'https'}://${host}${path}`;
}
