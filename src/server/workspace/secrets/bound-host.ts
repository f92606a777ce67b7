/** A host that a secret may be sent to. Without a port: on every one. */
interface Binding {
  wildcard: boolean;
  name: string;
  port: string | undefined;
}

/** The one spelling of a host that a secret can be bound to. Null: it is none. */
export function normaliseHost(text: string): string | null {
  const binding = parseBinding(text);
  return binding && `${binding.wildcard ? '*.' : ''}${binding.name}${binding.port ? `:${binding.port}` : ''}`;
}

/**
 * Whether a secret that is bound to these hosts may be sent to this one.
 * @param host with its port, unless that is the scheme's own
 */
export function isBoundTo(hosts: string[], host: string): boolean {
  const target = parseBinding(host);
  if (!target || target.wildcard) return false;
  return hosts.some((bound) => {
    const binding = parseBinding(bound);
    return binding !== null && coversName(binding, target) && coversPort(binding, target);
  });
}

function coversName(binding: Binding, target: Binding): boolean {
  return binding.wildcard ? target.name.endsWith(`.${binding.name}`) : target.name === binding.name;
}

function coversPort(binding: Binding, target: Binding): boolean {
  if (binding.port === undefined || binding.port === target.port) return true;
  return target.port === undefined && ['443', '80'].includes(binding.port);
}

const HOST = /^(?<star>\*\.)?(?<name>\[[0-9a-f:.]+\]|[^\s:/?#@\\[\]%*,]+)(?::(?<port>\d{1,5}))?$/i;

function parseBinding(text: string): Binding | null {
  const { star, name = '', port } = HOST.exec(text)?.groups ?? {};
  const hostname = readHostname(name);
  if (!hostname || (port !== undefined && !isPort(Number(port)))) return null;
  // A star over a whole top-level domain, or over an address, binds nothing.
  if (star && !/^[^.]+\..*[^.\d][^.]*$/.test(hostname)) return null;
  return { wildcard: star !== undefined, name: hostname, port: port && String(Number(port)) };
}

/** As browsers read it: lower case, punycode, one spelling per address. */
function readHostname(name: string): string | null {
  const url = `http://${name.replace(/\.$/, '')}/`;
  const hostname = URL.canParse(url) ? new URL(url).hostname : '';
  return hostname === '' || /(^|\.)(\.|$)/.test(hostname) ? null : hostname;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}
