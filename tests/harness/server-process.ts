/**
 * One server process of the product for the tests that need several, or need to kill one: the real composition on
 * a real database and port, with a model that speaks slowly. Prints its address as one JSON line.
 */
import { join } from 'node:path';
import { createApp } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { openDatabase } from '../../src/server/platform/database/open-database.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { API_KEY } from './api-key.ts';
import { checkout } from './checkout.ts';
import { lastWords, type ScriptPart, scriptedModel } from './scripted-model.ts';

const WORDS = 12;
const WORD_MS = 20;

const model = scriptedModel((call) => {
  const parts: ScriptPart[] = [{ say: `Answer to ${lastWords(call)}:` }];
  for (let word = 1; word <= WORDS; word++) parts.push({ waitMs: WORD_MS }, { say: ` ${word}` });
  return parts;
});

const log = createLog(process.env.LOG_LEVEL ?? 'error');
const database = await openDatabase({ url: process.env.DATABASE_URL ?? '', dataDir: '', checkout, log });
const app = await createApp({
  env: { apiKey: API_KEY, rateLimit: false, trustProxy: 0 },
  database,
  log,
  resolveModel: () => model,
  distDirectory: join(checkout, 'dist'),
});
const server = await listen(app.http, { host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
app.begin();
process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port })}\n`);
process.once('SIGTERM', async () => {
  await app.stop();
  await server.close();
  await database.close();
  process.exit(0);
});
