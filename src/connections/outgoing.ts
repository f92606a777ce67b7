/** What goes out to a third party and what comes back, as the guarded way out of the host takes and gives them. */
export interface OutgoingRequest {
  method: string;
  url: string;
  headers: [string, string][];
  body: string | null;
  /** Headers that must not follow a redirect to somewhere else. */
  secretHeaders: string[];
  hasSecret: boolean;
  timeoutMs: number;
  /** Sees the body as it comes, undecoded. True: that was all of it, though the other side keeps the connection open. */
  isLast?: (chunk: Uint8Array) => boolean;
}

export interface IncomingResponse {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  text: string;
  ms: number;
}

/** The guarded way out. @throws SendFailed */
export type Send = (request: OutgoingRequest) => Promise<IncomingResponse>;

/** The request could not be sent, or its answer not be had. */
export class SendFailed extends Error {
  /** One word, for the team: `blocked`, `timeout`, … */
  readonly reason: string;
  /** False: nothing of it reached the other side. */
  readonly maybeSent: boolean;
  constructor(reason: string, maybeSent: boolean, message: string) {
    super(message);
    this.reason = reason;
    this.maybeSent = maybeSent;
  }
}
