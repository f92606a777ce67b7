/** Of every document of ours: no part of the machine is asked for, and nothing is taken for what it does not say it is. */
export const DOCUMENT_HEADERS = {
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Content-Type-Options': 'nosniff',
};
