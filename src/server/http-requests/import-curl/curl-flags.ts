/** What cURL's options mean here. */
type Meaning =
  /** Goes into the request. */
  | 'url'
  | 'method'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'form-string'
  | 'url-query'
  | 'user'
  | 'bearer'
  | 'cookie'
  | 'agent'
  | 'referer'
  /** A switch that goes into the request. */
  | 'get'
  | 'head'
  | 'globoff'
  /** Is left out, with a note; takes a value or not. */
  | 'location'
  | 'insecure'
  /** Changes only what cURL prints or how it connects; takes a value or not. */
  | 'ignored'
  | 'ignored-value'
  /** Cannot be imported. */
  | 'refused'
  | 'refused-value';

export interface CurlFlag {
  meaning: Meaning;
  takesValue: boolean;
}

/** @param name `X` or `request`, without dashes; undefined when cURL has no such option, or we do not know it */
export function findCurlFlag(name: string): CurlFlag | undefined {
  const meaning = MEANINGS.get(name) ?? (name.startsWith('no-') ? findSwitchOff(name) : undefined);
  return meaning && { meaning, takesValue: !SWITCHES.has(meaning) };
}

const SWITCHES = new Set<Meaning>(['get', 'head', 'globoff', 'location', 'insecure', 'ignored', 'refused']);

const TABLE: Record<Meaning, string> = {
  url: 'url',
  method: 'X request',
  header: 'H header',
  data: 'd data data-ascii data-binary',
  'data-raw': 'data-raw',
  'data-urlencode': 'data-urlencode',
  json: 'json',
  form: 'F form',
  'form-string': 'form-string',
  'url-query': 'url-query',
  user: 'u user',
  bearer: 'oauth2-bearer',
  cookie: 'b cookie',
  agent: 'A user-agent',
  referer: 'e referer',
  get: 'G get',
  head: 'I head',
  globoff: 'g globoff',
  location: 'L location location-trusted post301 post302 post303',
  insecure: 'k insecure proxy-insecure',
  ignored:
    's silent S show-error v verbose i include show-headers f fail fail-with-body fail-early compressed basic anyauth # ' +
    'progress-bar N no-buffer O remote-name J remote-header-name R remote-time j junk-session-cookies q disable ' +
    '0 http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only 1 tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 ssl-no-revoke ' +
    '4 ipv4 6 ipv6 path-as-is create-dirs tcp-nodelay tcp-fastopen no-keepalive no-progress-meter raw styled-output ' +
    'trace-time retry-all-errors retry-connrefused compressed-ssh Z parallel',
  'ignored-value':
    'o output m max-time connect-timeout w write-out retry retry-delay retry-max-time max-redirs c cookie-jar D dump-header ' +
    'limit-rate y speed-time Y speed-limit stderr trace trace-ascii keepalive-time expect100-timeout ciphers tls-max ' +
    'output-dir max-filesize',
  refused:
    'next : digest ntlm negotiate M manual V version h help a append n netrc netrc-optional p proxytunnel l list-only',
  'refused-value':
    'T upload-file K config x proxy U proxy-user preproxy socks4 socks5 socks5-hostname noproxy cert E key cacert capath ' +
    'pass cert-type key-type pinnedpubkey resolve connect-to interface unix-socket abstract-unix-socket dns-servers doh-url ' +
    'aws-sigv4 proto proto-redir r range C continue-at z time-cond Q quote P ftp-port request-target netrc-file t telnet-option',
};

const MEANINGS = new Map(
  Object.entries(TABLE).flatMap(([meaning, names]) =>
    names.split(' ').map((name) => [name, meaning as Meaning] as const),
  ),
);

/** `--no-location` turns a switch off that is off already. */
function findSwitchOff(name: string): Meaning | undefined {
  const meaning = MEANINGS.get(name.slice(3));
  return meaning && SWITCHES.has(meaning) && meaning !== 'refused' ? 'ignored' : undefined;
}
