import type { ConnectionPort } from '../../define.ts';

export interface McpSettings {
  /** Of the server's one endpoint. */
  url: string;
}

/** What the client needs of a connection. */
export type McpPort = Pick<ConnectionPort, 'send'> & { settings: McpSettings };
