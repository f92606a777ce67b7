/**
 * The least that a chat turn can cost, as a process of its own: bare `node:http` and undici, the model's stream decoded
 * and sent on, a tool called when the model asks for it. No database, no checks, nothing else.
 *
 *   node bench/floor-server.ts <address of the model> <address of the API>
 */
import { Pool } from 'undici';
import { serveBench } from './serve-bench.ts';

const [modelUrl = '', apiUrl = ''] = process.argv.slice(2);
const models = new Pool(modelUrl, { connections: 256 });
const api = new Pool(apiUrl, { connections: 64 });
const parameters = { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] };
const description = 'Look up the status of an order.';
const tools = [{ type: 'function', function: { name: 'order_status', description, parameters } }];

interface Call {
  id: string;
  function: { name: string; arguments: string };
}
interface Delta {
  content?: string;
  tool_calls?: Call[];
}

serveBench(async (_url, body, response) => {
  const { model, text } = JSON.parse(body) as { model: string; text: string };
  const messages: object[] = [
    { role: 'system', content: 'You are a helpful support agent.' },
    { role: 'user', content: text },
  ];
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let call = await ask(); call; call = await ask()) {
    const { order } = JSON.parse(call.function.arguments) as { order: string };
    const path = `/orders?order=${encodeURIComponent(order)}`;
    const answer = await api.request({ method: 'GET', path });
    const toolMessage = { role: 'tool', tool_call_id: call.id, content: await answer.body.text() };
    messages.push({ role: 'assistant', content: null, tool_calls: [call] }, toolMessage);
  }
  response.end('data: [DONE]\n\n');

  async function ask(): Promise<Call | undefined> {
    const answer = await models.request({
      method: 'POST',
      path: '/v1/chat/completions',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model, stream: true, messages, tools }),
    });
    let call: Call | undefined;
    let rest = '';
    for await (const piece of answer.body) {
      const frames = `${rest}${piece}`.split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const delta = readDelta(frame);
        if (delta.content) response.write(`data: ${JSON.stringify({ text: delta.content })}\n\n`);
        call ??= delta.tool_calls?.[0];
      }
    }
    return call;
  }
});

function readDelta(frame: string): Delta {
  const data = frame.slice('data: '.length);
  if (data === '[DONE]') return {};
  return (JSON.parse(data) as { choices: { delta: Delta }[] }).choices[0]?.delta ?? {};
}
