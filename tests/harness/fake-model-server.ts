import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request. */
export type FakeAnswer =
  | { say: string[]; call?: FakeCall; usage?: FakeUsage | null }
  | { call: FakeCall; usage?: FakeUsage | null }
  /** An error answer; the text is in the shape of the provider that was asked. */
  | { status: number; message?: string; headers?: Record<string, string>; body?: string }
  /** Says this, and then the connection is gone, or ends as if all was well, or nothing comes any more. */
  | { say: string[]; call?: FakeCall; ends: 'reset' | 'end' | 'stall' }
  /** Exactly these bytes. */
  | { raw: string; type?: string };

/** `input` is JSON text, sent in two pieces; with `cut` only the first one comes. */
interface FakeCall {
  name: string;
  input: string;
  cut?: boolean;
}
interface FakeUsage {
  input: number;
  output: number;
}

export interface FakeRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

type Wire = 'openai' | 'anthropic' | 'google';

const USAGE: FakeUsage = { input: 100, output: 20 };

/**
 * A model's server on loopback that speaks as OpenAI, Anthropic or Google do, told apart by the path. It follows a
 * script, one answer for each request; the last one stays.
 */
export async function startFakeModel(...script: FakeAnswer[]) {
  const requests: FakeRequest[] = [];
  let next = [...script];
  let open = 0;
  const server = createServer((request, response) => {
    open++;
    response.once('close', () => open--);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      requests.push({ path, headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
      const answer = (next.length > 1 ? next.shift() : next[0]) ?? { say: ['Hello.'] };
      const wire = wireOf(path);
      if (wire) play(answer, wire, response);
      else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    /** With the path that stands before the provider's own. */
    baseUrl: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    requests,
    /** Answers that are still being sent. */
    open: () => open,
    /** From now on. */
    follow(...answers: FakeAnswer[]) {
      next = answers;
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type FakeModel = Awaited<ReturnType<typeof startFakeModel>>;

function wireOf(path: string): Wire | null {
  if (path === '/v1/chat/completions') return 'openai';
  if (path === '/v1/messages') return 'anthropic';
  return path.startsWith('/v1/models/') && path.includes(':streamGenerateContent') ? 'google' : null;
}

function play(answer: FakeAnswer, wire: Wire, response: ServerResponse): void {
  if ('status' in answer) {
    const { status, message = 'no', headers = {}, body = wires[wire].error(status, message) } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    return;
  }
  response.writeHead(200, {
    'content-type': 'raw' in answer ? (answer.type ?? 'text/event-stream') : 'text/event-stream',
  });
  if ('raw' in answer) {
    response.end(answer.raw);
    return;
  }
  const said = 'say' in answer ? answer.say : [];
  const { begin, text, call, end } = wires[wire];
  response.write(begin() + said.map(text).join('') + (answer.call ? call(answer.call) : ''));
  if (!('ends' in answer)) {
    response.end(end(answer.call !== undefined, answer.usage === undefined ? USAGE : answer.usage));
  } else if (answer.ends === 'end') response.end();
  else if (answer.ends === 'reset') setImmediate(() => response.destroy());
}

/** How a provider writes things down. */
interface WireFormat {
  begin(): string;
  text(delta: string): string;
  call(call: FakeCall): string;
  end(called: boolean, usage: FakeUsage | null): string;
  error(status: number, message: string): string;
}

const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;

function pieces({ input, cut }: FakeCall): string[] {
  const middle = Math.ceil(input.length / 2);
  return [input.slice(0, middle), ...(cut ? [] : [input.slice(middle)])];
}

const chunk = (delta: object, finish: string | null = null) =>
  data({
    id: 'c',
    object: 'chat.completion.chunk',
    model: 'fake',
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

const event = (type: string, value: object) => `event: ${type}\n${data({ type, ...value })}`;

const candidate = (parts: object[], more: object = {}) =>
  data({ candidates: [{ content: { role: 'model', parts }, index: 0, ...more }] });

const wires: Record<Wire, WireFormat> = {
  openai: {
    begin: () => chunk({ role: 'assistant', content: '' }),
    text: (content) => chunk({ content }),
    call: (call) =>
      chunk({
        tool_calls: [
          { index: 0, id: 'call-1', type: 'function', function: { name: call.name, arguments: '' } },
        ],
      }) +
      pieces(call)
        .map((piece) => chunk({ tool_calls: [{ index: 0, function: { arguments: piece } }] }))
        .join(''),
    end: (called, usage) =>
      chunk({}, called ? 'tool_calls' : 'stop') +
      (usage === null
        ? ''
        : data({
            id: 'c',
            choices: [],
            usage: {
              prompt_tokens: usage.input,
              completion_tokens: usage.output,
              total_tokens: usage.input + usage.output,
            },
          })) +
      'data: [DONE]\n\n',
    error: (_, message) => JSON.stringify({ error: { message, type: 'error', param: null, code: null } }),
  },
  anthropic: {
    begin: () =>
      event('message_start', {
        message: {
          id: 'm',
          type: 'message',
          role: 'assistant',
          model: 'fake',
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { input_tokens: USAGE.input, output_tokens: 1 },
        },
      }),
    text: (text) =>
      event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }) +
      event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }) +
      event('content_block_stop', { index: 0 }),
    call: (call) =>
      event('content_block_start', {
        index: 1,
        content_block: { type: 'tool_use', id: 'call-1', name: call.name, input: {} },
      }) +
      pieces(call)
        .map((partial_json) =>
          event('content_block_delta', { index: 1, delta: { type: 'input_json_delta', partial_json } }),
        )
        .join('') +
      (call.cut ? '' : event('content_block_stop', { index: 1 })),
    end: (called, usage) =>
      event('message_delta', {
        delta: { stop_reason: called ? 'tool_use' : 'end_turn', stop_sequence: null },
        usage: { output_tokens: usage?.output ?? USAGE.output },
      }) + event('message_stop', {}),
    error: (status, message) =>
      JSON.stringify({
        type: 'error',
        error: { type: status === 529 ? 'overloaded_error' : 'api_error', message },
      }),
  },
  google: {
    begin: () => '',
    text: (text) => candidate([{ text }]),
    call: ({ name, input, cut }) =>
      cut ? '' : candidate([{ functionCall: { name, args: JSON.parse(input) } }]),
    end: (_, usage) =>
      data({
        candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, finishReason: 'STOP', index: 0 }],
        ...(usage && {
          usageMetadata: {
            promptTokenCount: usage.input,
            candidatesTokenCount: usage.output,
            totalTokenCount: usage.input + usage.output,
          },
        }),
      }),
    error: (code, message) => JSON.stringify({ error: { code, message, status: 'ERROR' } }),
  },
};
