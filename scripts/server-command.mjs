import { inCheckout } from './checkout.mjs';

/**
 * The arguments with which Node runs the server. The young generation of its memory is kept small, so that what requests
 * left behind does not stay while nobody asks for anything; but not so small that a turn pays a fifth of its time for it.
 * It is collected by one thread: it is so small that to share the work costs a tenth of a turn.
 * The old one has an end that a big machine would not set, so that a busy server does not keep what it no longer needs:
 * 222 MiB after 5,000 turns, not 280 (bench/README.md).
 */
export const serverCommand = [
  '--max-semi-space-size=8',
  '--no-parallel-scavenge',
  '--max-old-space-size=1024',
  inCheckout('dist', 'server.mjs'),
];

/** The environment in which it runs, beside what its operator sets. */
export const serverEnvironment = {
  NODE_COMPILE_CACHE: inCheckout('dist', '.compile-cache'),
  // glibc gives free memory back from 1 MiB on. By itself it keeps tens of them, once a few large pieces were freed: as those
  // were that the start leaves behind, 12 MiB of an idle server (bench/README.md). Others ignore it.
  MALLOC_TRIM_THRESHOLD_: '1048576',
};
