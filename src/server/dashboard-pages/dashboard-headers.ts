import { DOCUMENT_HEADERS } from '../platform/document-headers.ts';

/** Headers of the dashboard's document: scripts and styles of this server with this nonce, and nothing from anywhere else. */
export function dashboardHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "connect-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ].join('; '),
    // It has a nonce in it, which is good for one answer.
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...DOCUMENT_HEADERS,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  };
}
