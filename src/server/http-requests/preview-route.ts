import { z } from 'zod';
import { outgoingPreviewSchema, requestPreviewSchema } from '../../contract/http/preview.ts';
import { compileRequest } from '../../template/compile-request.ts';
import { headersByName } from '../../template/headers-by-name.ts';
import { TemplateError } from '../../template/template-error.ts';
import { type Egress, EgressError } from '../platform/egress/egress.ts';
import { AppError } from '../platform/errors.ts';
import { endpoint } from '../workspace/actors.ts';

/** Shows what a request that is not saved would send, and whether it may go there. Nothing is sent. */
export function previewRoute(egress: Egress) {
  return endpoint(
    {
      access: 'workspace',
      tag: 'Requests',
      permission: 'agents:write',
      method: 'post',
      path: '/api/v1/http-requests/preview',
      summary: 'Show a request as it would be sent, without sending it',
      body: requestPreviewSchema,
      answer: z.object({ request: outgoingPreviewSchema }),
      errors: ['egress_blocked'],
      changesNothing: true,
    },
    async ({ body: { settings, values } }) => {
      const { method, url, headers, body, hasSecret } = await build(egress, settings, values);
      await checkAddress(egress, url, hasSecret);
      return { request: { method, url, headers: headersByName(headers), body } };
    },
  );
}

async function build(
  egress: Egress,
  { request, inputs }: z.infer<typeof requestPreviewSchema>['settings'],
  values: Record<string, unknown>,
) {
  try {
    const compiled = compileRequest(request, inputs);
    return { ...compiled.expand(values, () => '•••'), hasSecret: compiled.secretNames.length > 0 };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    // Of an address that is none, the way out knows better what is wrong with it.
    if (error.code === 'url') await checkAddress(egress, request.url, false);
    const { code, message } = error;
    const path = error.path.startsWith('values.') ? error.path : `settings.${error.path}`;
    throw new AppError('invalid', {
      publicMessage: `${path}: ${message}.`,
      details: [{ path, code, message }],
      cause: error,
    });
  }
}

/** A name that cannot be resolved from here and now is no fault of the request. */
async function checkAddress(egress: Egress, url: string, hasSecret: boolean): Promise<void> {
  try {
    await egress.check(url, { hasSecret });
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    if (error.kind === 'network') return;
    throw new AppError('egress_blocked', {
      publicMessage: `This address may not be called. ${error.message}`,
      details: [{ path: 'settings.request.url', code: error.reason, message: error.message }],
      cause: error,
    });
  }
}
