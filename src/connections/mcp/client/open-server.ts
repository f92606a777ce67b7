import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { JsonSchemaValidator, jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import { explainFailure } from './explain-failure.ts';
import { fetchThrough } from './fetch-through.ts';
import { McpFailure } from './mcp-failure.ts';
import type { McpPort } from './mcp-port.ts';

/** An MCP server that has said hello. */
export interface McpServer {
  client: Client;
  /** Milliseconds that are left for all of it. */
  timeLeftMs(): number;
  /** The revision of the protocol that was agreed on. */
  protocolVersion: string;
}

/** The SDK gives up a little later than the way out, which knows better why. */
const GRACE_MS = 250;

/**
 * A session with an MCP server, for as long as the work takes.
 * @throws McpFailure; `maybeDone` is false while the session is being opened
 */
export async function openServer<Result>(
  port: McpPort,
  timeoutMs: number,
  work: (server: McpServer) => Promise<Result>,
): Promise<Result> {
  // Most installations never need it, and it is heavy.
  const [{ Client }, { StreamableHTTPClientTransport }] = await Promise.all([
    import('@modelcontextprotocol/sdk/client/index.js'),
    import('@modelcontextprotocol/sdk/client/streamableHttp.js'),
  ]);
  const endsAt = Date.now() + timeoutMs;
  const timeLeftMs = () => Math.max(0, endsAt - Date.now());
  const transport = new StreamableHTTPClientTransport(new URL(port.settings.url), {
    fetch: fetchThrough(port, timeLeftMs),
  });
  // No capabilities: a server can ask nothing of us. No validator: schemas of strangers are not compiled to code.
  const client = new Client({ name: 'bellhop', version: '1' }, { jsonSchemaValidator: NO_VALIDATOR });
  try {
    // The SDK's own types differ under `exactOptionalPropertyTypes`.
    await client
      .connect(transport as Parameters<Client['connect']>[0], { timeout: timeLeftMs() + GRACE_MS })
      .catch((error) => {
        throw explainRefusal(error);
      });
    return await work({ client, timeLeftMs, protocolVersion: transport.protocolVersion ?? '' });
  } finally {
    // A courtesy: a server ends sessions that nobody uses by itself, so nobody waits for it.
    void transport
      .terminateSession()
      .finally(() => client.close())
      .catch(() => undefined);
  }
}

const NO_VALIDATOR: jsonSchemaValidator = {
  getValidator:
    <T>(): JsonSchemaValidator<T> =>
    (input) => ({ valid: true, data: input as T, errorMessage: undefined }),
};

/** Of the SDK. Servers of later revisions know no `initialize`, and refuse it. */
const REVISIONS = 'Bellhop speaks MCP over Streamable HTTP, in the revisions from 2024-10-07 to 2025-11-25.';

/** Why a session could not be opened. */
function explainRefusal(error: unknown): McpFailure {
  const failure = explainFailure(error, { isDoing: false });
  return ['refused', 'protocol'].includes(failure.code)
    ? new McpFailure('protocol', `${failure.message} ${REVISIONS}`, { cause: error })
    : failure;
}
