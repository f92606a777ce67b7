import { Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

/**
 * The server opens no connection of its own, except to PostgreSQL and through the guarded way out. The widget talks to its
 * server, so it is free to; the dashboard does in one place, and in the gallery, which is for nobody but us.
 */
export function findSockets(files: SourceFile[]): string[] {
  return files
    .filter(({ path, isTest }) => path.startsWith('src/') && !path.startsWith('src/widget/') && !isTest)
    .filter(({ path }) => !waysOut.test(path))
    .flatMap((file) => [
      ...findConnectingImports(file),
      ...findConnectingCalls(file),
      ...findOwnTransports(file),
    ])
    .map((fault) => `${fault}. Nothing on the server's side goes out past src/server/platform/egress.`);
}

// The operator's own mail server is reached by a package that opens its own socket: one file may use it so.
const waysOut =
  /^src\/(server\/platform\/(database|egress)\/|server\/mail\/send-by-smtp\.ts$|dashboard\/(app|gallery)\/)/;
/** Here the same package speaks over sockets that it is given by the guarded way out. */
const speaksOnly = { path: 'src/server/mail/mail-servers.ts', packageName: 'nodemailer' };
const connecting =
  /^(node:)?(http|https|http2|net|tls|dgram|dns)$|^(undici|axios|got|ky|node-fetch|ws|eventsource|nodemailer|pg|postgres)$/;
const browserSockets = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

function findConnectingImports(file: SourceFile): string[] {
  return file.imports
    .filter(({ packageName, erased }) => packageName && !erased && connecting.test(packageName))
    .filter(({ packageName }) => packageName !== speaksOnly.packageName || file.path !== speaksOnly.path)
    .map(({ packageName, place }) => `${place} imports ${packageName}`);
}

/** The global ones: `fetch(…)`, `globalThis.fetch(…)`, `new WebSocket(…)`. A server's `app.fetch` is another thing. */
function findConnectingCalls(file: SourceFile): string[] {
  const faults: string[] = [];
  const check = (callee: Callee) => {
    const isGlobal = callee.type === 'MemberExpression' && callee.object?.name === 'globalThis';
    const name = isGlobal ? callee.property?.name : callee.name;
    if (browserSockets.includes(String(name))) faults.push(`${file.placeOf(callee.start)} calls ${name}`);
  };
  new Visitor({
    CallExpression: (node) => check(node.callee as Callee),
    NewExpression: (node) => check(node.callee as Callee),
  }).visit(file.program);
  return faults;
}

/** Without `getSocket`, written out where the transport is made, the package opens a socket itself. */
function findOwnTransports(file: SourceFile): string[] {
  if (file.path !== speaksOnly.path) return [];
  const faults: string[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [options], start }) => {
      const { name, property } = callee as Callee;
      if ((property?.name ?? name) !== 'createTransport') return;
      const isGiven =
        options?.type === 'ObjectExpression' &&
        options.properties.some(
          (one) => one.type === 'Property' && (one.key as { name?: unknown }).name === 'getSocket',
        );
      if (!isGiven) faults.push(`${file.placeOf(start)} makes a transport without getSocket`);
    },
  }).visit(file.program);
  return faults;
}

/**
 * The same for what the bundle carries: of all packages in it, and theirs, only these can open or take a connection.
 * esbuild writes the path of each file above its text.
 */
export function findBundledSockets(bundle: string): string[] {
  const [, ...parts] = bundle.split(/^\s*\/\/ ((?:node_modules|src|demo)\/\S+)$/m);
  const files = parts.flatMap((path, index) => (index % 2 ? [] : [{ path, text: parts[index + 1] ?? '' }]));
  return files
    .filter(({ path }) => !bundledWays.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(bundledImport)].map(([, name]) => `${path} uses ${name}`))
    .map(
      (fault) => `${fault}. A package that connects by itself is no way out: find one that takes a fetch.`,
    );
}

/** PostgreSQL; the guarded way out; the way of mails; what listens. */
const bundledWays =
  /^(node_modules\/(pg|undici|nodemailer|@hono\/node-server)|src\/server\/(platform\/(database|egress)|mail\/send-by-smtp\.ts)|demo\/shop-server\.ts$)/;
const bundledImport =
  /(?:require\w*\(|\bfrom |\bimport\(|\bimport )["'](?:node:)?(https?|http2|net|tls|dgram|dns)(?:\/promises)?["']/g;

interface Callee {
  type: string;
  start: number;
  name?: unknown;
  object?: { name?: unknown };
  property?: { name?: unknown };
}
