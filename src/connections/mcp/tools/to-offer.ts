import type { ToolOffer } from '../../define.ts';
import type { McpTool } from './mcp-tool.ts';
import { DESCRIPTION_MAX } from './read-tool.ts';
import { SchemaUnsupported, toModelSchema } from './to-model-schema.ts';

/** A tool as an owner chooses from it, with the settings of an action that uses it as it is now. */
export function toOffer(tool: McpTool): ToolOffer {
  const { name, title, inputSchema, hints, hash } = tool;
  const description = tool.description.slice(0, DESCRIPTION_MAX).toWellFormed();
  const problem = tool.fault ?? findUnsupported(tool);
  return {
    name,
    title: title?.slice(0, 200).toWellFormed() ?? null,
    description,
    inputSchema,
    hash,
    problem,
    settings:
      problem === null
        ? {
            ...{ tool: name, hash, description, inputSchema, hints },
            // A claim of the server, for the owner to overrule.
            effect: hints.readOnly === true ? 'read' : 'write',
            ...(hints.idempotent === true ? {} : { repeatable: false }),
          }
        : null,
  };
}

function findUnsupported({ inputSchema }: McpTool): string | null {
  try {
    toModelSchema(inputSchema);
    return null;
  } catch (error) {
    if (!(error instanceof SchemaUnsupported)) throw error;
    return `It cannot be used here. Its inputs: ${error.path ? `${error.path} ` : ''}${error.message}.`;
  }
}
