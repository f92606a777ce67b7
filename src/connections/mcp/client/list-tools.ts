import { z } from 'zod';
import type { McpTool } from '../tools/mcp-tool.ts';
import { readTool } from '../tools/read-tool.ts';
import { explainFailure } from './explain-failure.ts';
import type { McpServer } from './open-server.ts';

const TOOLS_MAX = 200;
/** A server that hands out a cursor after every page is not followed for ever. */
const PAGES_MAX = 50;
/** Of all pages together, in characters. */
const SIZE_MAX = 8_388_608;

const pageSchema = z.looseObject({ tools: z.array(z.unknown()), nextCursor: z.string().optional() });

export interface ToolList {
  tools: McpTool[];
  /** There are more of them than are read. */
  isCut: boolean;
}

/** All tools of a server, at most 200, in its order; what has no name is left out. @throws McpFailure */
export async function listTools({ client, timeLeftMs }: McpServer): Promise<ToolList> {
  const tools: McpTool[] = [];
  let cursor: string | undefined;
  let size = 0;
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer = await client
      .request({ method: 'tools/list', params: cursor === undefined ? {} : { cursor } }, pageSchema, {
        timeout: timeLeftMs() + 250,
      })
      .catch((error) => {
        throw explainFailure(error, { isDoing: false });
      });
    tools.push(...answer.tools.flatMap((tool) => readTool(tool) ?? []));
    cursor = answer.nextCursor;
    size += JSON.stringify(answer.tools).length;
    if (tools.length > TOOLS_MAX || size > SIZE_MAX) break;
    if (cursor === undefined) return { tools, isCut: false };
  }
  return { tools: tools.slice(0, TOOLS_MAX), isCut: true };
}
