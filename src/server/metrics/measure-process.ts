import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metric } from './render-metrics.ts';

const MICRO = 1e-6;
const NANO = 1e-9;
/** Milliseconds between two looks at the event loop. Its measure of the delay includes this pause. */
const RESOLUTION = 100;

/** Measures this process. The event loop is watched from the first call on: where nobody asks, it costs nothing. */
export function createProcessMeter(): () => Metric[] {
  let delay: ReturnType<typeof monitorEventLoopDelay> | undefined;
  return () => {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, external } = process.memoryUsage();
    const lag = delay && delay.count > 0 ? Math.max(0, delay.percentile(99) * NANO - RESOLUTION / 1_000) : 0;
    delay ??= monitorEventLoopDelay({ resolution: RESOLUTION });
    delay.enable();
    delay.reset();
    return [
      counter('process_cpu_seconds_total', 'CPU time of this process.', (user + system) * MICRO),
      gauge('process_resident_memory_bytes', 'Memory that this process occupies.', rss),
      gauge('nodejs_heap_size_used_bytes', 'Memory of JavaScript objects.', heapUsed),
      gauge('nodejs_external_memory_bytes', 'Memory of buffers outside the heap.', external),
      gauge(
        'nodejs_eventloop_lag_p99_seconds',
        'How late timers were, 99th percentile since the last look.',
        lag,
      ),
      gauge('bellhop_uptime_seconds', 'Time since this process started.', process.uptime()),
    ];
  };
}

function counter(name: string, help: string, value: number): Metric {
  return { name, type: 'counter', help, value };
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, type: 'gauge', help, value };
}
