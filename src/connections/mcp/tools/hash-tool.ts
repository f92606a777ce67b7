import { createHash } from 'node:crypto';
import type { McpTool } from './mcp-tool.ts';

/** Pins a tool: it is another one as soon as any word of what the owner saw and relied on is another. */
export function hashTool({
  name,
  description,
  inputSchema,
  hints,
}: Pick<McpTool, 'name' | 'description' | 'inputSchema' | 'hints'>): string {
  const text = JSON.stringify(sortKeys({ name, description, inputSchema, hints }));
  return createHash('sha256').update(text).digest('base64url');
}

/** The order in which keys happen to come must not make another tool of it. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  // Pairs, since an object would put keys that look like numbers first.
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { '': pairs.map(([key, item]) => [key, sortKeys(item)]) };
}
