import { type CallPort, CallRefused } from '../../actions/define-call.ts';
import type { ConnectionStore } from '../connections/connections.ts';
import type { Egress } from '../platform/egress/egress.ts';
import { AppError } from '../platform/errors.ts';
import type { Redactor } from '../platform/secrets/redactor.ts';
import { sendOutgoing } from '../platform/send-outgoing.ts';
import type { SecretStore } from '../workspace/secrets/secrets.ts';

interface Way {
  egress: Egress;
  secrets: SecretStore;
  redactor: Redactor;
  connections: Pick<ConnectionStore, 'open'>;
  /** Where the operator wants third parties to be called, by kind of connection and name of the address. */
  addresses: Record<string, Record<string, string>>;
}

interface OpenCall {
  workspaceId: string;
  key: string;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** The way out for one call: the guarded egress, and the secrets of its workspace. */
export function openCallPort(
  { egress, secrets, redactor, connections, addresses }: Way,
  { workspaceId, key, endsAt }: OpenCall,
): CallPort {
  const timeLeft = () => Math.max(0, endsAt - Date.now());
  return {
    idempotencyKey: key,
    get timeLeftMs() {
      return timeLeft();
    },
    providerUrl: (provider) => (Object.hasOwn(addresses, provider) ? addresses[provider]?.api : undefined),
    async openConnection(id) {
      try {
        return await connections.open(workspaceId, id);
      } catch (error) {
        if (error instanceof AppError && error.code === 'not_found') return null;
        throw error;
      }
    },
    async revealSecrets(names, host) {
      if (names.length === 0) return new Map();
      try {
        return await secrets.reveal(workspaceId, names, host);
      } catch (error) {
        throw error instanceof AppError ? new CallRefused(error.publicMessage, { cause: error }) : error;
      }
    },
    async send(request) {
      const timeoutMs = Math.min(request.timeoutMs, timeLeft());
      const { headers, text, ...response } = await sendOutgoing(egress, workspaceId, {
        ...request,
        timeoutMs,
      });
      // An API that repeats what it was sent must not bring a secret to the model, the visitor or the history.
      return { ...response, headers: redactor.redactJson(headers), text: redactor.redact(text) };
    },
  };
}
