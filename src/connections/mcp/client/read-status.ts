import { McpFailure } from './mcp-failure.ts';

/** What a status that is no success means for a message. @returns null for a success */
export function readStatus(status: number): McpFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status < 400)
    return new McpFailure('moved', 'The server sends to another address: store that one, if it is yours.');
  if ([408, 425, 429, 503].includes(status))
    return new McpFailure('busy', `The server is busy (${status}). Try again in a moment.`, { isBusy: true });
  if (status === 403)
    return new McpFailure('not_allowed', 'The server does not let these credentials do that (403).');
  if (status === 404)
    return new McpFailure('not_found', 'There is no MCP server at this address (404). Check its path.');
  if (status === 405)
    return new McpFailure(
      'not_found',
      'This address does not take messages of MCP (405). Give that of its Streamable HTTP endpoint.',
    );
  if (status < 500 || status === 501)
    return new McpFailure('refused', `The server refused the message (${status}).`);
  return new McpFailure('unavailable', `The server has a fault (${status}).`, { maybeDone: true });
}
