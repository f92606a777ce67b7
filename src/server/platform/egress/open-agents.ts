import { isIP, type LookupFunction, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector, Client, type Dispatcher, ProxyAgent } from 'undici';
import { checkTarget } from './check-target.ts';
import { EgressError } from './egress-error.ts';
import type { Target } from './read-target.ts';
import { type ResolvePolicy, resolveTarget } from './resolve-target.ts';

export interface Agents {
  /** Keeps connections and uses them again. */
  kept: Dispatcher;
  /**
   * A new connection for each request, for writes: on a kept one that the other side is just closing, nobody could
   * tell whether a write got through.
   */
  fresh: Dispatcher;
  /** A connection for what is no HTTP, to a target that was checked. @throws EgressError */
  connect(target: Target): Promise<Socket>;
}

/** The sockets of this module, all of them: each one leads to an address that was checked, or to the operator's proxy. */
export function openAgents(policy: ResolvePolicy, connectMs: number, proxy: string | undefined): Agents {
  // One version of HTTP: HTTP/2 may send a request again by itself.
  const options = {
    allowH2: false,
    maxHeaderSize: 32 * 1024,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 60_000,
  };
  const open = (pipelining: 0 | 1): Dispatcher => {
    if (proxy === undefined)
      return new Agent({ ...options, pipelining, connect: guardConnector(policy, connectMs) });
    const tls = { requestTls: { allowH2: false, rejectUnauthorized: true } };
    return new ProxyAgent({
      ...options,
      ...tls,
      uri: proxy,
      proxyTunnel: true,
      pipelining,
      connectTimeout: connectMs,
    });
  };
  const connect = (target: Target) =>
    proxy === undefined ? connectTarget(target, policy, connectMs) : openTunnel(target, proxy, connectMs);
  return { kept: open(1), fresh: open(0), connect };
}

/**
 * undici asks this for each connection. A `lookup` alone would be no guard, it is never called for an IP address: so the
 * target is checked here again, its addresses are pinned, and the peer is compared before the first byte.
 */
function guardConnector(policy: ResolvePolicy, connectMs: number): buildConnector.connector {
  const connectTls = buildConnector({ allowH2: false, timeout: connectMs, rejectUnauthorized: true });
  async function open(options: buildConnector.Options): Promise<Socket> {
    const { protocol, hostname, port } = options;
    const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
    const target = checkTarget(`${protocol}//${host}${port ? `:${port}` : ''}`, policy, false);
    const socket = await connectTarget(target, policy, connectMs);
    if (protocol === 'http:') return socket;
    const servername = target.isAddress ? {} : { servername: target.host };
    return connectBy(connectTls, { protocol, hostname, port, ...servername, httpSocket: socket }, 'tls');
  }
  return (options, callback) => {
    open(options).then(
      (socket) => callback(null, socket),
      (error) => callback(error, null),
    );
  };
}

/** To the addresses that were checked, and no others: the peer is compared before the first byte. */
async function connectTarget(target: Target, policy: ResolvePolicy, connectMs: number): Promise<Socket> {
  const addresses = await resolveTarget(target, policy);
  const tcp = { protocol: 'http:', hostname: target.host, port: String(target.port) };
  const socket = await connectBy(pinnedConnector(addresses, connectMs), tcp, 'connect');
  if (addresses.some((address) => isSame(address, socket.remoteAddress))) return socket;
  socket.destroy();
  throw new EgressError('ip_private', { cause: new Error(`the peer was ${socket.remoteAddress}`) });
}

/** Through the operator's proxy, which resolves the name. */
async function openTunnel({ url, port }: Target, proxy: string, connectMs: number): Promise<Socket> {
  const { origin, username, password } = new URL(proxy);
  const client = new Client(origin, { connect: { timeout: connectMs } });
  const path = `${url.hostname}:${port}`;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
  try {
    const { socket, statusCode } = await client.connect({
      path,
      headers: { host: path, ...(username ? authorization : {}) },
      signal: AbortSignal.timeout(2 * connectMs),
    });
    if (statusCode === 200) return socket as Socket;
    socket.destroy();
    throw new Error(`the proxy answered ${statusCode}`);
  } catch (cause) {
    void client.destroy();
    const isLate = cause instanceof Error && cause.name === 'TimeoutError';
    throw new EgressError(isLate ? 'timeout' : 'connect', { cause });
  }
}

function pinnedConnector(addresses: string[], timeout: number): buildConnector.connector {
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_name, _options, done) => done(null, pinned);
  return buildConnector({ allowH2: false, timeout, autoSelectFamily: true, lookup });
}

function connectBy(
  connect: buildConnector.connector,
  options: buildConnector.Options,
  phase: 'connect' | 'tls',
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connect(options, (cause, socket) => {
      if (socket) return resolve(socket);
      const isLate = (cause as { code?: unknown }).code === 'UND_ERR_CONNECT_TIMEOUT';
      reject(new EgressError(isLate ? 'timeout' : phase, { cause }));
    });
  });
}

function isSame(address: string, peer: string | undefined): boolean {
  if (peer === undefined || !ipaddr.isValid(peer)) return false;
  return ipaddr.process(address).toString() === ipaddr.process(peer).toString();
}
