/** Limits that both sides of a wire check. Constants only. */
export const MESSAGE_MAX_CHARS = 4_000;
export const FIELD_MAX_CHARS = 2_000;
export const STARTERS_MAX = 4;
