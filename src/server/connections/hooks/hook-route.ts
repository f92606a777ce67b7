import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { readRawBody } from './read-raw-body.ts';
import { takeDelivery } from './take-delivery.ts';

const MAX_BYTES = 256 * 1024;

/** What third parties tell by themselves. They prove who they are by their signature over the bytes. */
export function hookRoute(deps: ConnectionDeps) {
  return endpoint(
    {
      access: 'public',
      tag: 'Connections',
      method: 'post',
      path: '/hooks/connections/{id}',
      summary: 'What a connected third party tells by itself, signed by it',
      params: z.object({ id: z.string() }),
      status: 204,
      errors: ['invalid_credential', 'too_large'],
    },
    async ({ params, context }) => {
      const body = await readRawBody(context, MAX_BYTES);
      const isTaken = await takeDelivery(deps, params.id, { headers: context.req.raw.headers, body });
      if (!isTaken)
        throw new AppError('invalid_credential', {
          publicMessage: 'The signature is missing, wrong or too old.',
        });
    },
  );
}
