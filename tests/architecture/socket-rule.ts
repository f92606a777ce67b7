import { Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

/**
 * The server opens no connection of its own, except to PostgreSQL and through the guarded way out. The widget talks to its
 * server, so it is free to.
 */
export function findSockets(files: SourceFile[]): string[] {
  return files
    .filter(({ path, isTest }) => path.startsWith('src/') && !path.startsWith('src/widget/') && !isTest)
    .filter(({ path }) => !waysOut.test(path))
    .flatMap((file) => [...findConnectingImports(file), ...findConnectingCalls(file)])
    .map((fault) => `${fault}. Nothing on the server's side goes out past src/server/platform/egress.`);
}

const waysOut = /^src\/server\/platform\/(database|egress)\//;
const connecting =
  /^(node:)?(http|https|http2|net|tls|dgram|dns)$|^(undici|axios|got|ky|node-fetch|ws|eventsource|nodemailer|pg|postgres)$/;
const browserSockets = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

function findConnectingImports(file: SourceFile): string[] {
  return file.imports
    .filter(({ packageName, erased }) => packageName && !erased && connecting.test(packageName))
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

interface Callee {
  type: string;
  start: number;
  name?: unknown;
  object?: { name?: unknown };
  property?: { name?: unknown };
}
