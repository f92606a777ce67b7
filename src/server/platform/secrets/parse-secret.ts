const BYTES = 32;
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/_-]{43}=?$/;

/**
 * The master secrets in a text such as BELLHOP_SECRET: each 32 bytes as base64, separated by commas; the first one is
 * current, the others are earlier ones. Null: it is none.
 */
export function parseSecret(text: string): Buffer[] | null {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => BASE64_OF_32_BYTES.test(part))) return null;
  return parts.map((part) => Buffer.from(part, 'base64').subarray(0, BYTES));
}
