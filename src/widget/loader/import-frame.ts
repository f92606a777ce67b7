/**
 * Fetches the part that draws the panel's frame. The build replaces this file by an import of the full address: a
 * script of another origin has no address of its own that a path could start from.
 */
export function importFrame(_scriptUrl: string): Promise<typeof import('../frame/chat-frame.ts')> {
  return import('../frame/chat-frame.ts');
}
