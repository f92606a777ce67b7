import { ZodError } from 'zod';
import { SendFailed } from '../../outgoing.ts';
import { McpFailure } from './mcp-failure.ts';

/** JSON-RPC's own codes for a message that was not acted on: no JSON, no request, no such method, wrong parameters. */
const NOTHING_DONE = [-32700, -32600, -32601, -32602];
/** Of the SDK, for an answer that did not come. */
const TIMED_OUT = -32001;

/** What was thrown on the way, in one shape. `isDoing`: the server was asked to do something. */
export function explainFailure(error: unknown, { isDoing }: { isDoing: boolean }): McpFailure {
  if (error instanceof McpFailure)
    return isDoing || !error.maybeDone
      ? error
      : new McpFailure(error.code, error.message, { isBusy: error.isBusy, cause: error });
  if (error instanceof SendFailed)
    return new McpFailure(error.reason, error.message, {
      maybeDone: isDoing && error.maybeSent,
      isBusy: error.reason === 'busy',
      cause: error,
    });
  const code = codeOf(error);
  if (code === TIMED_OUT)
    return new McpFailure('timeout', 'The server took too long.', { maybeDone: isDoing, cause: error });
  if (code !== null)
    return new McpFailure('refused', `The server answered with the error ${code}.`, {
      maybeDone: isDoing && !NOTHING_DONE.includes(code),
      cause: error,
    });
  const message =
    error instanceof ZodError || error instanceof SyntaxError
      ? 'The server answered in a way that is not MCP.'
      : 'The server does not speak MCP as Bellhop does.';
  return new McpFailure('protocol', message, { maybeDone: isDoing, cause: error });
}

/** The SDK's errors are known by their shape: their class would bring all of it along. */
function codeOf(error: unknown): number | null {
  return error instanceof Error && error.name === 'McpError' && 'code' in error ? Number(error.code) : null;
}
