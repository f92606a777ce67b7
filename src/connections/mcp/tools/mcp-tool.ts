type JsonObject = { [key: string]: unknown };

/** What a server claims of a tool. Claims suggest; they decide nothing. */
export interface ToolHints {
  readOnly?: boolean;
  destructive?: boolean;
  idempotent?: boolean;
  openWorld?: boolean;
}

/** A tool as a server lists it. Everything in it was written by the server. */
export interface McpTool {
  name: string;
  title: string | null;
  /** As it came. People are shown `DESCRIPTION_MAX` of it, a model none. */
  description: string;
  inputSchema: JsonObject;
  hints: ToolHints;
  /** Of all that an owner relies on when they allow it. */
  hash: string;
  /** Why it cannot be used here, for people. */
  fault: string | null;
}
