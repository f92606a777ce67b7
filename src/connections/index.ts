import { cal } from './cal/connection.ts';
import { calendly } from './calendly/connection.ts';
import type { ConnectionDefinition } from './define.ts';
import { mailServers } from './mail-servers.ts';
import { mcp } from './mcp/connection.ts';
import { slack } from './slack/connection.ts';

/** Every kind of connection, by its name. */
export const connectionKinds = { cal, calendly, mcp, slack, ...mailServers } as const;

export type ConnectionKindName = keyof typeof connectionKinds;

export function findConnectionKind(name: string): ConnectionDefinition | undefined {
  return Object.hasOwn(connectionKinds, name)
    ? (connectionKinds[name as ConnectionKindName] as unknown as ConnectionDefinition)
    : undefined;
}
