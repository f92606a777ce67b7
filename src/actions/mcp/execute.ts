import { z } from 'zod';
import { callTool } from '../../connections/mcp/client/call-tool.ts';
import { listTools } from '../../connections/mcp/client/list-tools.ts';
import { McpFailure } from '../../connections/mcp/client/mcp-failure.ts';
import { openServer } from '../../connections/mcp/client/open-server.ts';
import { findPinnedTool } from '../../connections/mcp/tools/find-pinned-tool.ts';
import { toModelSchema } from '../../connections/mcp/tools/to-model-schema.ts';
import type { JsonObject, SettingsOf } from '../define.ts';
import { type CallExecutor, type CallPort, CallRefused, InputInvalid } from '../define-call.ts';
import type { mcp } from './action.ts';
import { labelOf } from './label-of.ts';
import { changed, failedToCall, toOutcome } from './to-outcome.ts';
import { toWords } from './to-words.ts';

type Settings = SettingsOf<typeof mcp>;

const INPUTS_MAX_CHARS = 65_536;

export const executeMcp: CallExecutor<Settings> = {
  plan({ settings, inputs, isPartial }) {
    const { inputSchema } = settings;
    const values = check(
      isPartial ? { ...settings, inputSchema: { ...inputSchema, required: [] } } : settings,
      inputs,
    );
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    return {
      effect: settings.effect,
      repeatable: settings.effect === 'read' || settings.repeatable,
      attempts: 3,
      inputs: Object.fromEntries(given.map(([name, value]) => [name, { value, source: 'visitor' }])),
      shown: given.map(([name, value]) => ({ label: labelOf(name), value: toWords(value) })),
    };
  },

  preview({ settings, values }) {
    const params = { name: settings.tool, arguments: values };
    const body = JSON.stringify({ method: 'tools/call', params });
    return { method: 'POST', url: `mcp:${settings.connectionId}`, headers: {}, body };
  },

  async perform({ settings, values }, port) {
    const server = await open(settings, port);
    const startedAt = performance.now();
    try {
      return await openServer(server, Math.min(settings.timeoutMs, port.timeLeftMs), async (session) => {
        // In the same session as the use: between them the tool has no moment to become another one.
        const pinned = findPinnedTool(await listTools(session), settings);
        if (typeof pinned === 'string') return changed(pinned);
        const result = await callTool(session, settings.tool, values);
        return toOutcome(result, Math.round(performance.now() - startedAt));
      });
    } catch (error) {
      if (!(error instanceof McpFailure)) throw error;
      return failedToCall(error, settings.effect);
    }
  },
};

async function open({ connectionId }: Settings, port: CallPort) {
  const connection = await port.openConnection(connectionId);
  const settings = z.object({ url: z.url() }).safeParse(connection?.settings);
  if (connection === null || !settings.success)
    throw new CallRefused(
      'The connection of this tool is gone. Connect the server again, and choose it anew.',
    );
  return { send: connection.send, settings: settings.data };
}

/** @throws InputInvalid */
function check({ inputSchema }: Settings, inputs: JsonObject): JsonObject {
  const schema = toModelSchema(inputSchema) as unknown as Parameters<typeof z.fromJSONSchema>[0];
  const parsed = z.fromJSONSchema(schema).safeParse(inputs);
  if (!parsed.success)
    throw new InputInvalid(
      parsed.error.issues.map(({ path, message }) => ({
        ...{ path: path.join('.') || 'values', code: 'input_invalid' },
        message: message.charAt(0).toLowerCase() + message.slice(1),
      })),
    );
  if (JSON.stringify(parsed.data).length > INPUTS_MAX_CHARS)
    throw new InputInvalid([{ path: 'values', code: 'too_large', message: 'are too large' }]);
  return parsed.data as JsonObject;
}
