import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { dashboardPages } from './dashboard-pages/dashboard-pages.ts';
import type { Health } from './platform/health.ts';
import { healthRoutes } from './platform/health-routes.ts';
import { answerError } from './platform/http/answer-error.ts';
import { apiReference } from './platform/http/api-reference.ts';
import type { Endpoint, EndpointHost } from './platform/http/endpoint.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import type { Log } from './platform/log.ts';
import { type WidgetPagesDeps, widgetPages } from './widget-pages/widget-pages.ts';
import type { Actors } from './workspace/actors.ts';

interface HttpParts
  extends EndpointHost<Actors>,
    Pick<WidgetPagesDeps, 'findAgent' | 'findFrameOrigins' | 'onLoaded'> {
  endpoints: Endpoint<Actors>[];
  health: Health;
  log: Log;
  /** Where the build put the widget, the dashboard and the files of the API reference. */
  distDirectory: string;
}

/** All that this server answers, in one place: the routes of the features, the description of them, health and widget. */
export function mountHttp({
  endpoints,
  health,
  log,
  distDirectory,
  findAgent,
  findFrameOrigins,
  onLoaded,
  ...host
}: HttpParts): OpenAPIHono {
  const http = new OpenAPIHono();
  http.onError((error, context) => answerError(log)(error, context));
  http.notFound((context) =>
    context.json({ error: { code: 'not_found', message: 'There is nothing here.' } }, 404),
  );
  http.use(securityHeaders());
  for (const [name, description] of [
    ['workspace', 'An API key'],
    ['visitor', 'The token of a session'],
  ] as const)
    http.openAPIRegistry.registerComponent('securitySchemes', name, {
      type: 'http',
      scheme: 'bearer',
      description,
    });
  for (const endpoint of endpoints) endpoint.mount(http, host);
  http.route('/', healthRoutes(health));
  http.route('/', apiReference(http, join(distDirectory, 'api-docs')));
  http.route(
    '/',
    widgetPages({
      ...{ findAgent, findFrameOrigins, assetsDirectory: join(distDirectory, 'widget') },
      ...(onLoaded ? { onLoaded } : {}),
    }),
  );
  http.route('/', dashboardPages(join(distDirectory, 'dashboard')));
  return http;
}
