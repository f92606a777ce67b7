import { inCheckout } from './checkout.mjs';

/**
 * The arguments with which Node runs the server. The young generation of its memory is kept small: what a request leaves
 * behind is collected sooner, and an idle visitor costs half (measured in bench/README.md).
 */
export const serverCommand = ['--max-semi-space-size=2', inCheckout('dist', 'server.mjs')];
