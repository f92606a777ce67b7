import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';

type Values = Record<string, unknown>;

/** A tool as it is listed, and what it does. What it throws is an error of JSON-RPC. */
export interface StandInTool extends Tool {
  run(values: Values): CallToolResult | Promise<CallToolResult>;
}
