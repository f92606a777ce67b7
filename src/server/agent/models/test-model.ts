import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelTestResult } from '../../../contract/model.ts';
import { ModelError } from './model-error.ts';

const TOTAL_MS = 30_000;
const REPLY_CHARS = 200;

/** Asks a model for a word, with a tool beside it as agents have them: not every model can do with tools. */
export async function testModel(model: LanguageModelV4, totalMs = TOTAL_MS): Promise<ModelTestResult> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    const message = `The model did not answer within ${totalMs / 1_000} seconds. Try again, or another model.`;
    late.abort(new ModelError('too_slow', message));
  }, totalMs);
  const start = performance.now();
  try {
    const reply = await readReply(model, late.signal);
    return { ok: true, ms: Math.round(performance.now() - start), reply };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ok: false, reason: error.reason, message: error.ownerMessage };
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

async function readReply(model: LanguageModelV4, abortSignal: AbortSignal): Promise<string> {
  const { stream } = await model.doStream({
    prompt: [
      { role: 'system', content: 'You are being tested. Answer in one short sentence, and use no tool.' },
      { role: 'user', content: [{ type: 'text', text: 'Hello! Are you there?' }] },
    ],
    tools: [
      {
        type: 'function',
        name: 'look_up_order',
        description: 'Looks up an order by its number.',
        inputSchema: { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] },
      },
    ],
    abortSignal,
  });
  let reply = '';
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    if (value.type === 'text-delta') reply += value.delta;
    if (reply.length > REPLY_CHARS) break;
  }
  return reply.trim().slice(0, REPLY_CHARS);
}
