/** What went wrong with an MCP server. The message is for the team, and holds nothing that the server wrote. */
export class McpFailure extends Error {
  /** One word: that of the way out (`blocked`, `timeout`, `reconnect`, …), or `refused`, `moved`, `unavailable`, `protocol`. */
  readonly code: string;
  /** The server may have done what it was asked for. */
  readonly maybeDone: boolean;
  /** It wants to be asked again, a little later. */
  readonly isBusy: boolean;
  constructor(
    code: string,
    message: string,
    {
      maybeDone = false,
      isBusy = false,
      cause,
    }: { maybeDone?: boolean; isBusy?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.maybeDone = maybeDone;
    this.isBusy = isBusy;
  }
}
