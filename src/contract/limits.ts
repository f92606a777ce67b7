/** What both sides of a wire check. Constants only. */
export const MESSAGE_MAX_CHARS = 4_000;
export const FIELD_MAX_CHARS = 2_000;
/** Of one image. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;
export const ATTACHMENTS_MAX = 5;
export const STARTERS_MAX = 4;
/** Of what an agent knows, in one piece. */
export const SNIPPET_TEXT_MAX_CHARS = 5_000;
/** Who was erased is in no backup after 35 days. One less, because nobody looks while the server is off. */
export const BACKUP_DAYS = 34;
/** Data inputs of one action. */
export const INPUTS_MAX = 30;

/** Controls, and the marks that turn the direction of text: in an address they make it read as another one. */
export const DECEPTIVE_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\\]/;
