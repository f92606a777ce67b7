/**
 * A stand-in for an OpenAI-compatible model, as a process of its own: 64 tokens at once. The model `fake-tool` first
 * calls the first tool that it is offered. Prints its address when it listens.
 */
import { serveBench } from './serve-bench.ts';

const TOKENS = 64;
const WORDS = ['the ', 'shop ', 'has ', 'warm ', 'coats ', 'for ', 'long ', 'walks ', 'in ', 'snow '];
const tokens = Array.from({ length: TOKENS }, (_, index) =>
  index === 0 ? 'FIRSTTOK ' : index === TOKENS - 1 ? 'LASTTOK' : (WORDS[index % WORDS.length] as string),
);

interface Question {
  model: string;
  messages: { role: string }[];
  tools?: { function: { name: string; parameters: { properties?: Record<string, unknown> } } }[];
}

serveBench((_url, body, response) => {
  const { model, messages, tools } = JSON.parse(body) as Question;
  const tool = model === 'fake-tool' && messages.at(-1)?.role !== 'tool' ? tools?.[0]?.function : undefined;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(tool ? callOf(tool) : answer);
});

const chunk = (delta: object, reason: string | null = null) => {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason: reason }];
  return event({ choices });
};

function event(fields: object): string {
  const frame = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'fake', ...fields };
  return `data: ${JSON.stringify(frame)}\n\n`;
}

function ending(reason: string): string {
  const usage = { prompt_tokens: 100, completion_tokens: TOKENS, total_tokens: 100 + TOKENS };
  return `${chunk({}, reason)}${event({ choices: [], usage })}data: [DONE]\n\n`;
}

const answer = [
  chunk({ role: 'assistant', content: '' }),
  ...tokens.map((content) => chunk({ content })),
  ending('stop'),
].join('');

function callOf({ name, parameters }: { name: string; parameters: { properties?: object } }): string {
  const values = Object.keys(parameters.properties ?? {}).map((property) => [property, 'A-1001']);
  const call = { name, arguments: JSON.stringify(Object.fromEntries(values)) };
  const toolCalls = [{ index: 0, id: 'call_1', type: 'function', function: call }];
  return chunk({ role: 'assistant', content: null, tool_calls: toolCalls }) + ending('tool_calls');
}
