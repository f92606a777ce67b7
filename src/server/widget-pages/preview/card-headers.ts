import { DOCUMENT_HEADERS } from '../../platform/document-headers.ts';

/** Of the page that shows one card to whoever edits it: in the dashboard alone, and it can send nothing anywhere. */
export const CARD_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'Cache-Control': 'no-cache',
  ...DOCUMENT_HEADERS,
  'Referrer-Policy': 'no-referrer',
};
