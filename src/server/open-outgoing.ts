import { createEgress, type Egress } from './platform/egress/egress.ts';
import { parseEgressAllow } from './platform/egress/egress-allow.ts';
import type { Env } from './platform/env.ts';
import type { Log } from './platform/log.ts';

/** The ways out of this process, and who may be called by them. */
export interface Outgoing {
  /** For everything that the owners of workspaces configure. */
  egress: Egress;
  /** The same, with the operator's own model server allowed. */
  modelEgress: Egress;
  /** From now on `host:port` may be called, although it is not public. */
  allow(host: string): void;
  /** Where this server itself is reached: that is never called. */
  setSelf(url: string, port: number): void;
}

export function openOutgoing(
  { egressAllow, egressProxy, modelDefaults }: Pick<Env, 'egressAllow' | 'egressProxy' | 'modelDefaults'>,
  log: Log,
): Outgoing {
  const allowed = [...egressAllow];
  let self: { origins: string[]; port: number | null } = { origins: [], port: null };
  const common = { self: () => self, proxy: egressProxy, log };
  const egress = createEgress({ ...common, allow: allowed });
  const { openaiBaseUrl } = modelDefaults;
  return {
    egress,
    modelEgress: openaiBaseUrl
      ? createEgress({ ...common, allow: parseEgressAllow(new URL(openaiBaseUrl).host) })
      : egress,
    allow: (host) => void allowed.push(...parseEgressAllow(host)),
    setSelf: (url, port) => {
      self = { origins: [new URL(url).origin], port };
    },
  };
}
