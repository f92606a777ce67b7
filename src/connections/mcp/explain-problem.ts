import { ConnectionProblem } from '../define.ts';
import { McpFailure } from './client/mcp-failure.ts';

/** What went wrong with an MCP server, as the state of the connection. */
export function explainProblem(error: unknown): ConnectionProblem {
  if (!(error instanceof McpFailure)) throw error;
  const isForPeople = error.code === 'reconnect' || error.code === 'not_allowed';
  return new ConnectionProblem(isForPeople ? 'reconnect' : 'failing', error.message, { cause: error });
}
