import { inCheckout } from './checkout.mjs';

/**
 * The arguments with which Node runs the server. The young generation of its memory is kept small: what a request leaves
 * behind is collected sooner, and an idle visitor costs half. The old one has an end that a big machine would not set, so
 * that a busy server does not keep what it no longer needs: 190 MiB after 5,000 turns, not 280 (bench/README.md).
 */
export const serverCommand = [
  '--max-semi-space-size=2',
  '--max-old-space-size=1024',
  inCheckout('dist', 'server.mjs'),
];
