import type { OfferedTool } from './read-prompt.ts';

/** The inputs that v1 can vouch for: what a tool requires as free text is the visitor's own message. */
export function fillInputs({ inputSchema }: OfferedTool, latestMessage: string): Record<string, string> {
  const required: string[] = inputSchema.required ?? [];
  const filled = required.flatMap((name) => {
    const property = inputSchema.properties?.[name];
    if (typeof property !== 'object' || property.type !== 'string' || property.enum !== undefined) return [];
    return [[name, latestMessage.slice(0, property.maxLength)] as const];
  });
  return Object.fromEntries(filled);
}
