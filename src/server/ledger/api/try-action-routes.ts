import { z } from 'zod';
import { type CallExecutor, type CallPlan, InputInvalid } from '../../../actions/define-call.ts';
import { findExecutor } from '../../../actions/executors.ts';
import type { Action } from '../../../contract/action.ts';
import { actionTestSchema, actionTrySchema, outgoingPreviewSchema } from '../../../contract/http/preview.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { ActionStore } from '../../workspace/actions/actions.ts';
import { endpoint } from '../../workspace/actors.ts';
import { valuesOf } from '../call-key.ts';
import type { CallRow } from '../call-row.ts';
import type { Ledger } from '../ledger.ts';

const common = {
  access: 'workspace',
  tag: 'Actions',
  permission: 'agents:write',
  method: 'post',
  params: z.object({ id: z.string() }),
  body: actionTrySchema,
} as const;

/** What an owner does before visitors do: look at a request, and send it once. */
export function tryActionRoutes({ actions, ledger }: { actions: ActionStore; ledger: Ledger }) {
  return [
    endpoint(
      {
        ...common,
        isPersonal: true,
        path: '/api/v1/actions/{id}/preview',
        summary: 'Show what an action would send with these values, without sending it',
        answer: z.object({ request: outgoingPreviewSchema }),
      },
      async ({ actor, params, body }) => {
        const action = await actions.get(actor.workspaceId, params.id);
        return { request: plan(action, callExecutor(action), body).request };
      },
    ),
    endpoint(
      {
        ...common,
        isPersonal: true,
        path: '/api/v1/actions/{id}/test',
        summary: 'Send the request of an action once, for real, and show what came back',
        answer: actionTestSchema,
        errors: ['conflict', 'egress_blocked', 'request_failed'],
      },
      async ({ actor: { workspaceId }, params, body }) => {
        const action = await actions.get(workspaceId, params.id);
        if (action.archivedAt)
          throw new AppError('conflict', {
            publicMessage: 'This action is archived. Restore it to test it.',
          });
        const executor = callExecutor(action);
        const { request, ...planned } = plan(action, executor, body);
        const call = { workspaceId, action, ...planned, request, key: `test:${newId()}`, conversation: null };
        const performed = await ledger.perform(call, { executor, settings: action.settings });
        if ('refused' in performed) throw new Error('a test has no conversation that could refuse it');
        return { request, ...readAnswer(performed.call) };
      },
    ),
  ];
}

function callExecutor(action: Action): CallExecutor {
  const executor = findExecutor(action.kind);
  if (executor && 'perform' in executor) return executor;
  throw new AppError('invalid', { publicMessage: 'This action sends nothing: there is nothing to try.' });
}

function plan(
  { settings }: Action,
  executor: CallExecutor,
  { values, identity }: z.infer<typeof actionTrySchema>,
) {
  try {
    const plan = executor.plan({ settings, inputs: values, page: {}, identity });
    // Of a test nothing is repeated: the owner sees each answer as it is.
    return {
      plan: { ...plan, attempts: 1, inputs: asTest(plan.inputs) },
      request: { ...executor.preview({ settings, values: valuesOf(plan.inputs) }) },
    };
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    const publicMessage = `${error.problems[0]?.path}: ${error.message}.`;
    throw new AppError('invalid', { publicMessage, details: error.problems, cause: error });
  }
}

/** What the owner typed, no visitor said. */
function asTest(inputs: CallPlan['inputs']): CallPlan['inputs'] {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      input.source === 'visitor' ? { ...input, source: 'test' } : input,
    ]),
  );
}

function readAnswer({ response, result, error }: CallRow) {
  if (response && 'status' in response) return { response, mapped: result?.data ?? {} };
  const publicMessage =
    typeof response?.error === 'string' ? response.error : 'The request could not be sent.';
  throw new AppError(error === 'blocked' ? 'egress_blocked' : 'request_failed', {
    publicMessage,
    ...(error ? { details: [{ path: 'settings.request', code: error, message: publicMessage }] } : {}),
  });
}
