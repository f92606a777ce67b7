import { modelTestResultSchema, modelTestSchema } from '../../../contract/model.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { Models } from './create-models.ts';

export function testModelRoute(models: Models) {
  return endpoint(
    {
      access: 'workspace',
      tag: 'Agents',
      permission: 'agents:write',
      method: 'post',
      path: '/api/v1/models/test',
      summary: 'Ask a model once: does the key work, is the model there? Its fallback is not asked',
      body: modelTestSchema,
      answer: modelTestResultSchema,
    },
    ({ actor, body }) => models.test(actor.workspaceId, body.model),
  );
}
