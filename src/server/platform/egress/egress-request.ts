/** A request to the outside, complete: nothing is expanded or added to it but what HTTP needs. */
export interface EgressRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body?: string | Uint8Array;
  /** It carries a secret: https only, unless the operator allows the host. */
  hasSecret?: boolean;
  /** Names of headers that do not follow a redirect to another origin. */
  secretHeaders?: string[];
  /** 0, as by default: a redirect is an answer like any other. */
  maxRedirects?: 0 | 1 | 2 | 3;
  /** Milliseconds for all of it, waiting included. 30,000 */
  totalMs?: number;
  /** Milliseconds until the answer begins. 10,000 */
  firstByteMs?: number;
  /** Bytes of the decoded answer. 1 MiB */
  maxBytes?: number;
  /** Sees the body as it comes, undecoded. True: that was all of it, though the other side keeps the connection open. */
  isLast?: ((chunk: Uint8Array) => boolean) | undefined;
  /** Whose budget it takes: 20 at a time, 5 of them to one host; more wait for their turn. */
  workspaceId: string;
  signal?: AbortSignal;
}

export interface EgressResponse {
  status: number;
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>;
  /** Decoded. */
  body: Uint8Array;
  /** Where the answer came from, after redirects. */
  url: string;
  ms: number;
}

/** A mail server, and whether what is said to it is to go without TLS. */
export interface MailTarget {
  host: string;
  port: number;
  isPlain: boolean;
  /** Whose budget it takes, as long as it is open. */
  workspaceId: string;
  signal: AbortSignal;
}
