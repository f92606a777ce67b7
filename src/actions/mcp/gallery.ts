/** An action of this kind, for the gallery of the dashboard. */
export const sample = {
  name: 'Open a ticket',
  whenToUse: 'The visitor reports a problem.',
  settings: {
    connectionId: 'connection-mcp',
    tool: 'open_ticket',
    hash: 'a'.repeat(43),
    description: 'Opens a ticket for the support team.',
    inputSchema: { type: 'object', properties: { subject: { type: 'string' } }, required: ['subject'] },
    hints: {},
    effect: 'write',
    repeatable: false,
    timeoutMs: 12_000,
  },
};
