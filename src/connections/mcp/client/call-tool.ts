import { z } from 'zod';
import { explainFailure } from './explain-failure.ts';
import type { McpServer } from './open-server.ts';

const resultSchema = z.looseObject({
  content: z.array(z.unknown()).default([]),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  isError: z.boolean().optional(),
});

export type ToolResult = z.infer<typeof resultSchema>;

/** Uses a tool, once. @throws McpFailure whose `maybeDone` says whether it may have been used all the same */
export async function callTool(
  { client, timeLeftMs }: McpServer,
  name: string,
  values: Record<string, unknown>,
): Promise<ToolResult> {
  const params = { name, arguments: values };
  return client
    .request({ method: 'tools/call', params }, resultSchema, { timeout: timeLeftMs() + 250 })
    .catch((error) => {
      throw explainFailure(error, { isDoing: true });
    });
}
