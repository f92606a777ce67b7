import { z } from 'zod';
import { DESCRIPTION_MAX } from '../../connections/mcp/tools/read-tool.ts';
import { SchemaUnsupported, toModelSchema } from '../../connections/mcp/tools/to-model-schema.ts';
import { defineAction } from '../define.ts';

const hint = z.boolean().optional();

/** A tool of an MCP server, as the owner has allowed it. */
export const mcp = defineAction({
  kind: 'mcp',
  label: 'MCP tool',
  description: 'Uses a tool of an MCP server that you have connected.',
  settings: z
    .object({
      connectionId: z.string().min(1).max(100),
      /** Its name, as the server knows it. */
      tool: z.string().min(1).max(128),
      /** Of the tool as it was allowed: another one is refused. */
      hash: z.string().regex(/^[\w-]{43}$/, 'must be the hash that the list of tools gives'),
      /** The server's words, for people. No model gets them: guidance says when to use it. */
      description: z.string().max(DESCRIPTION_MAX).default(''),
      /** As it was allowed. */
      inputSchema: z.record(z.string(), z.unknown()).superRefine((schema, context) => {
        try {
          toModelSchema(schema);
        } catch (error) {
          if (!(error instanceof SchemaUnsupported)) throw error;
          const path = error.path === '' ? [] : error.path.split('.');
          const params = { code: 'unsupported_schema' };
          context.addIssue({ code: 'custom', path, message: error.message, params });
        }
      }),
      /** What the server claims. It decides nothing. */
      hints: z.object({ readOnly: hint, destructive: hint, idempotent: hint, openWorld: hint }).default({}),
      /** The owner's decision. */
      effect: z.enum(['read', 'write']).default('write'),
      /** Using it twice with the same inputs is the same as once: then it is tried again when nobody knows what became of it. */
      repeatable: z.boolean().default(false),
      /** Milliseconds for all of it. */
      timeoutMs: z.number().int().min(500).max(12_000).default(12_000),
    })
    .superRefine(({ repeatable, hints }, context) => {
      if (repeatable && hints.idempotent !== true)
        context.addIssue({
          code: 'custom',
          path: ['repeatable'],
          message: 'needs a tool that the server calls idempotent',
        });
    }),
  guidanceExamples: [
    'Use when the visitor asks for something that only this tool knows.',
    'Use when the visitor wants to open a ticket, and has said what it is about.',
  ],
  inputs: ({ inputSchema }) => toModelSchema(inputSchema ?? {}),
  readsStrangers: true,
  effect: ({ effect }) => effect ?? 'write',
});
