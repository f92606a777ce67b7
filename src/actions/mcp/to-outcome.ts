import type { ToolResult } from '../../connections/mcp/client/call-tool.ts';
import type { McpFailure } from '../../connections/mcp/client/mcp-failure.ts';
import type { Effect, JsonObject } from '../define.ts';
import type { CallOutcome } from '../define-call.ts';
import { readContent } from './read-content.ts';

/** Of a result that the team gets to see. */
const SHOWN_CHARS = 4_000;

/** What a tool said, for a model as data of a third party. A tool that says it failed has failed. */
export function toOutcome(result: ToolResult, ms: number): CallOutcome {
  const content = readContent(result);
  const response = {
    status: 200,
    headers: {},
    ms,
    body: toText(content).slice(0, SHOWN_CHARS).toWellFormed(),
  };
  if (result.isError)
    return {
      state: 'failed',
      error: 'tool_error',
      result: { status: 'failed', error: 'refused', ...content },
      response: { ...response, error: 'The tool says that it has failed.' },
      retry: 'never',
    };
  return {
    state: 'done',
    result: { status: 'done', ...content },
    response,
    retry: 'never',
  };
}

/** The tool is not what was allowed. */
export function changed(why: string): CallOutcome {
  return {
    state: 'failed',
    error: 'changed',
    result: { status: 'failed', error: 'not_available' },
    response: { error: why },
    retry: 'never',
    suspend: why,
  };
}

/** What it means that a tool could not be used, or its result not be had. */
export function failedToCall({ code, message, maybeDone, isBusy }: McpFailure, effect: Effect): CallOutcome {
  const response = { error: message };
  if (maybeDone && effect === 'write')
    return { state: 'unknown', error: code, result: { status: 'unknown' }, response, retry: 'repeatable' };
  const isPassing =
    isBusy || maybeDone || ['dns', 'connect', 'timeout', 'reset', 'unavailable'].includes(code);
  return {
    state: 'failed',
    error: code,
    result: { status: 'failed', error: isPassing ? code : 'not_available' },
    response,
    retry: isPassing ? 'safe' : 'never',
  };
}

function toText({ data }: JsonObject): string {
  const { text } = data as { text?: unknown };
  return typeof text === 'string' ? text : JSON.stringify(data);
}
