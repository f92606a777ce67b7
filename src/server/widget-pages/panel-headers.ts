import { DOCUMENT_HEADERS } from '../platform/document-headers.ts';

/**
 * Headers of the chat's documents. Only `allowedOrigins` may frame them; with none set, every site. They frame only pages of
 * `frameOrigins`, where meetings are booked.
 */
export function panelHeaders(allowedOrigins: string[], frameOrigins: string[] = []): Record<string, string> {
  const ancestors = allowedOrigins.length > 0 ? ["'self'", ...allowedOrigins].join(' ') : '*';
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      'img-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
      ...(frameOrigins.length > 0 ? [`frame-src ${frameOrigins.join(' ')}`] : []),
      `frame-ancestors ${ancestors}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'Cache-Control': 'no-cache',
    ...DOCUMENT_HEADERS,
    'Referrer-Policy': 'no-referrer',
  };
}
