import { z } from 'zod';
import { findSchemaFault } from './find-schema-fault.ts';
import { hashTool } from './hash-tool.ts';
import type { McpTool, ToolHints } from './mcp-tool.ts';

export const DESCRIPTION_MAX = 2_000;

const toolSchema = z.looseObject({
  name: z.string().min(1).max(128),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  inputSchema: z.record(z.string(), z.unknown()).catch({}),
  annotations: z
    .looseObject({
      title: z.string().optional().catch(undefined),
      readOnlyHint: z.boolean().optional().catch(undefined),
      destructiveHint: z.boolean().optional().catch(undefined),
      idempotentHint: z.boolean().optional().catch(undefined),
      openWorldHint: z.boolean().optional().catch(undefined),
    })
    .catch({}),
});

/** @returns null for what is no tool */
export function readTool(value: unknown): McpTool | null {
  const parsed = toolSchema.safeParse(value);
  if (!parsed.success) return null;
  const { name, title, description = '', inputSchema, annotations } = parsed.data;
  const hints = readHints(annotations);
  const fault = findSchemaFault(inputSchema);
  return {
    name,
    title: title ?? annotations.title ?? null,
    description,
    // What is too large or too deep is not carried on.
    inputSchema: fault === null ? inputSchema : {},
    hints,
    hash: fault === null ? hashTool({ name, description, inputSchema, hints }) : '',
    fault,
  };
}

function readHints({
  readOnlyHint,
  destructiveHint,
  idempotentHint,
  openWorldHint,
}: z.infer<typeof toolSchema>['annotations']): ToolHints {
  return {
    ...(readOnlyHint === undefined ? {} : { readOnly: readOnlyHint }),
    ...(destructiveHint === undefined ? {} : { destructive: destructiveHint }),
    ...(idempotentHint === undefined ? {} : { idempotent: idempotentHint }),
    ...(openWorldHint === undefined ? {} : { openWorld: openWorldHint }),
  };
}
