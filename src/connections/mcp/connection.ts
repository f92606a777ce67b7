import { z } from 'zod';
import { defineConnection, type ToolOffers } from '../define.ts';
import { listTools } from './client/list-tools.ts';
import type { McpPort } from './client/mcp-port.ts';
import { openServer } from './client/open-server.ts';
import { explainProblem } from './explain-problem.ts';
import { toOffer } from './tools/to-offer.ts';

const TIMEOUT_MS = 12_000;

/** What goes into a header: visible characters, and no spaces at its ends. */
const secret = z
  .string()
  .trim()
  .min(8)
  .max(4_096)
  .regex(/^[\x20-\x7e]*$/, 'has characters that a header cannot carry');

const token = z.strictObject({ token: secret });
const header = z.strictObject({
  header: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the name of a header, such as X-API-Key')
    .refine((name) => !RESERVED.test(name), 'is a header that belongs to HTTP or MCP'),
  value: secret,
});
type Credentials = z.infer<typeof token> | z.infer<typeof header> | undefined;

const RESERVED =
  /^(accept|host|connection|upgrade|te|trailer|expect|keep-alive|last-event-id)$|^(accept|content|mcp|transfer|proxy)-/i;

/** A server of the Model Context Protocol, over Streamable HTTP. */
export const mcp = defineConnection({
  kind: 'mcp',
  label: 'MCP server',
  description: 'Tools of a server that speaks the Model Context Protocol.',
  settings: z.strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://mcp.example.com/mcp' })
      .max(2_048)
      .refine((url) => !/[@#]/.test(url.split('?')[0] ?? ''), 'must hold no user name and no #'),
  }),
  credentials: (): z.ZodType<Credentials> => z.union([token, header]).optional(),
  addresses: {},
  hosts: ({ url }) => [new URL(url).host],
  secrets: (credentials) =>
    credentials === undefined ? [] : ['token' in credentials ? credentials.token : credentials.value],
  authorize: (credentials) => {
    if (credentials === undefined) return [];
    return 'token' in credentials
      ? [['authorization', `Bearer ${credentials.token}`]]
      : [[credentials.header, credentials.value]];
  },
  async test(port) {
    const { offers, server, ms } = await readOffers(port);
    return { account: { ...server, tools: offers.length, ms } };
  },
  async listTools(port) {
    return readOffers(port);
  },
});

async function readOffers(port: McpPort): Promise<ToolOffers & { server: Record<string, string> }> {
  const startedAt = performance.now();
  try {
    return await openServer(port, TIMEOUT_MS, async (server) => {
      const { tools, isCut } = await listTools(server);
      const { name = '', version = '' } = server.client.getServerVersion() ?? {};
      return {
        offers: tools.map(toOffer),
        isCut,
        ms: Math.round(performance.now() - startedAt),
        server: { name: name.slice(0, 80), version: version.slice(0, 40), protocol: server.protocolVersion },
      };
    });
  } catch (error) {
    throw explainProblem(error);
  }
}
