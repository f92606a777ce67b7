/**
 * One server process of the product for the tests that need several, or need to kill one: the real composition on
 * a real database and port, with a model that speaks slowly. Prints its address as one JSON line.
 */
import { join } from 'node:path';
import { createApp } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { openDatabase } from '../../src/server/platform/database/open-database.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { createRedactor } from '../../src/server/platform/secrets/redactor.ts';
import { checkout } from './checkout.ts';
import { openTestApp } from './open-test-app.ts';
import { lastWords, type ScriptPart, scriptedModel } from './scripted-model.ts';

const WORDS = 12;
const WORD_MS = 20;

/** "call NAME ID" makes a call, and says what came of it. Anything else gets a slow answer. */
const model = scriptedModel((call) => {
  const [, tool, id] = /^call (\w+) (\S+)$/.exec(lastWords(call)) ?? [];
  const told = call.prompt.at(-1);
  if (tool && told?.role === 'tool') return [{ say: `Outcome: ${statusOf(told)}` }];
  if (tool) return [{ call: tool, input: { id } }];
  const parts: ScriptPart[] = [{ say: `Answer to ${lastWords(call)}:` }];
  for (let word = 1; word <= WORDS; word++) parts.push({ waitMs: WORD_MS }, { say: ` ${word}` });
  return parts;
});

function statusOf({ content }: { content: { type: string }[] }): string {
  return JSON.stringify(content).match(/"status":"(\w+)"/)?.[1] ?? 'nothing';
}

const redactor = createRedactor();
const log = createLog(process.env.LOG_LEVEL ?? 'error', { redactor });
const database = await openDatabase({ url: process.env.DATABASE_URL ?? '', dataDir: '', checkout, log });
let url = '';
const app = await createApp({
  sendMail: async () => {},
  ...(await openTestApp(database, {
    rateLimit: false,
    egressAllow: process.env.EGRESS_ALLOW ?? '',
    redactor,
    log,
    connectionAddresses: JSON.parse(process.env.CONNECTION_ADDRESSES ?? '{}'),
  })),
  publicUrl: () => url,
  builtin: model,
  onPoint: (point) => {
    if (point === process.env.KILL_AT) process.kill(process.pid, 'SIGKILL');
  },
  distDirectory: join(checkout, 'dist'),
});
const server = await listen(app.http, { host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
url = server.url;
app.begin();
process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port })}\n`);
process.once('SIGTERM', async () => {
  await app.stop();
  await server.close();
  await database.close();
  process.exit(0);
});
