import ipaddr from 'ipaddr.js';

/**
 * Addresses that are not the public internet: IANA's special-purpose registries, what embeds an IPv4 address, and
 * Azure's WireServer, which looks public. Of IPv6, only 2000::/3 is public to begin with.
 */
export const FORBIDDEN_RANGES = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
];

/** The Fetch standard's "bad ports", then databases, queues and the machinery of clusters. */
const FORBIDDEN_PORTS = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,

  138, 162, 445, 873, 1080, 1099, 1433, 1434, 1521, 1883, 2181, 2375, 2376, 2377, 2379, 2380, 3128, 3268,
  3269, 3306, 3389, 4369, 4646, 5432, 5433, 5671, 5672, 5900, 5901, 5984, 5985, 5986, 6379, 6380, 6432, 6443,
  7000, 7001, 7199, 8200, 8300, 8301, 8302, 8500, 8600, 9042, 9092, 9093, 9160, 9200, 9300, 10249, 10250,
  10255, 10256, 11211, 15672, 16379, 25672, 26379, 27017, 27018, 27019, 28017, 33060, 61616,
]);

/** Last labels that no public name has: reserved by RFCs and ICANN, or the habit of a network or a cluster. */
const LOCAL_LABELS = new Set([
  ...['localhost', 'local', 'localdomain', 'internal', 'intranet', 'private', 'lan', 'home', 'corp', 'mail'],
  ...['arpa', 'test', 'invalid', 'onion', 'alt', 'i2p', 'exit', 'workgroup', 'domain', 'router', 'gateway'],
  ...['svc', 'cluster', 'consul', 'docker', 'kube', 'node', 'service'],
]);

/** Whether an address, as `net.isIP` knows them, belongs to the public internet. What cannot be read does not. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.kind() === 'ipv6' && !address.match(GLOBAL_UNICAST)) return false;
  return !FORBIDDEN.some((range) => range[0].kind() === address.kind() && address.match(range));
}

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');
const FORBIDDEN = FORBIDDEN_RANGES.map((range) => ipaddr.parseCIDR(range));

export function isForbiddenPort(port: number): boolean {
  return FORBIDDEN_PORTS.has(port);
}

/** Where a mail server takes mail from who signs in; port 25 is for servers among themselves. */
export function isMailPort(port: number): boolean {
  return port === 465 || port === 587;
}

/** Whether a name, without a dot at its end, is one of a machine or a network: single labels all are. */
export function isLocalName(name: string): boolean {
  const labels = name.split('.');
  return labels.length < 2 || LOCAL_LABELS.has(labels.at(-1) ?? '');
}
