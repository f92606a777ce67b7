import { html } from 'hono/html';
import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionStore } from '../connections.ts';
import { markBrowser, readMark } from './browser-mark.ts';
import { finishAuthorization } from './finish-authorization.ts';
import { startAuthorization } from './start-authorization.ts';

const text = z.string().max(4_096).optional();

export function oauthRoutes(deps: ConnectionDeps, connections: ConnectionStore) {
  return [
    endpoint(
      {
        access: 'workspace',
        tag: 'Connections',
        permission: 'connections:write',
        method: 'post',
        path: '/api/v1/connections/oauth/start',
        summary: 'The page at the third party where a person permits the connection, good for ten minutes',
        body: z.strictObject({ connectionId: z.string() }),
        answer: z.object({
          authorizeUrl: z.string(),
          /** To be registered with the application at the third party, exactly so. */
          redirectUri: z.string(),
          expiresAt: z.string(),
        }),
        errors: ['not_found'],
        changesNothing: true,
      },
      ({ actor, body, context }) =>
        startAuthorization(deps, actor, body.connectionId, markBrowser(context, deps.publicUrl())),
    ),
    endpoint(
      {
        // A browser comes from the third party, with nothing but the state that was given it.
        access: 'public',
        tag: 'Connections',
        method: 'get',
        path: '/api/v1/connections/oauth/callback',
        summary: 'Where the third party sends the person back to',
        query: z.object({ state: text, code: text, error: text }),
        alsoAnswers: ['text/html'],
      },
      async ({ query, context }) => {
        try {
          const { workspaceId, id } = await finishAuthorization(deps, query, readMark(context));
          const { name, state, problem } = await connections.test(workspaceId, id);
          const isGood = state === 'connected';
          return context.html(
            isGood
              ? page(`“${name}” is connected.`, CLOSE)
              : page(`“${name}” is not connected.`, problem ?? ''),
            isGood ? 200 : 422,
          );
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          return context.html(page('That did not work.', error.publicMessage), 422);
        }
      },
    ),
  ];
}

const CLOSE = 'You can close this window, and go on in Bellhop.';

function page(title: string, words: string) {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
<p>${words}</p>
</html>`;
}
