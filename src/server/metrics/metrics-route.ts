import type { Pool } from 'pg';
import type { Log } from '../platform/log.ts';
import { endpoint } from '../workspace/actors.ts';
import { type Activity, countActivity, WINDOW_MINUTES } from './count-activity.ts';
import { createProcessMeter } from './measure-process.ts';
import { type Metric, renderMetrics } from './render-metrics.ts';

interface MetricsDeps {
  pool: Pool;
  log: Log;
  /** Live streams that readers hold open at this process. */
  countStreams(): number;
}

/** `/metrics` for Prometheus. It answers without the database, too: then its numbers are what one wants to see. */
export function metricsRoute({ pool, log, countStreams }: MetricsDeps) {
  const measureProcess = createProcessMeter();
  return endpoint(
    {
      access: 'workspace',
      tag: 'Operation',
      permission: 'metrics:read',
      method: 'get',
      path: '/metrics',
      summary: 'Measurements of this process, as Prometheus reads them',
      alsoAnswers: ['text/plain'],
    },
    async ({ context }) => {
      const activity = await countActivity(pool).catch((error: unknown) => {
        log.warn({ err: error }, 'the activity could not be counted');
        return null;
      });
      const metrics: Metric[] = [
        ...measureProcess(),
        {
          name: 'bellhop_streams_open',
          type: 'gauge',
          help: 'Live streams of readers at this process.',
          value: countStreams(),
        },
        ...measurePool(pool),
        {
          name: 'bellhop_database_up',
          type: 'gauge',
          help: 'Whether the database answered.',
          value: activity ? 1 : 0,
        },
        ...(activity ? describeActivity(activity) : []),
      ];
      return context.text(renderMetrics(metrics), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      });
    },
  );
}

function measurePool({ totalCount, idleCount, waitingCount }: Pool): Metric[] {
  return [
    {
      name: 'bellhop_database_connections',
      type: 'gauge',
      help: 'Connections of the pool.',
      value: { label: 'state', values: { in_use: totalCount - idleCount, idle: idleCount } },
    },
    {
      name: 'bellhop_database_waiting',
      type: 'gauge',
      help: 'Queries that wait for a connection.',
      value: waitingCount,
    },
  ];
}

function describeActivity(activity: Activity): Metric[] {
  const window = `in the last ${WINDOW_MINUTES} minutes, in all processes`;
  return [
    {
      name: 'bellhop_turns_running',
      type: 'gauge',
      help: 'Turns that are being answered, in all processes.',
      value: activity.turnsRunning,
    },
    {
      name: 'bellhop_turns_ended',
      type: 'gauge',
      help: `Turns that were opened ${window}, and have ended, by how.`,
      value: { label: 'state', values: activity.turnsEnded },
    },
    {
      name: 'bellhop_messages',
      type: 'gauge',
      help: `Messages ${window}, by author.`,
      value: { label: 'author', values: activity.messages },
    },
  ];
}
