import type { ToolList } from '../client/list-tools.ts';
import type { McpTool } from './mcp-tool.ts';

/** The tool as it was allowed, or why it is not there any more, for people. */
export function findPinnedTool(
  { tools }: Pick<ToolList, 'tools'>,
  { tool: name, hash }: { tool: string; hash: string },
): McpTool | string {
  const named = tools.filter((tool) => tool.name === name);
  const [tool] = named;
  if (tool === undefined)
    return `The server does not offer the tool “${name}” any more. Choose another one, or ask who runs the server.`;
  // Which of them would be used is the server's to choose, call by call.
  if (named.length > 1) return `The server offers more than one tool with the name “${name}”.`;
  if (tool.hash !== hash)
    return `The server has changed the tool “${name}” since it was allowed. Look at it, and approve it again.`;
  return tool;
}
