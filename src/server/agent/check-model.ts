import type { ModelSetting, RemoteModel } from '../../contract/model.ts';
import { AppError } from '../platform/errors.ts';
import { findEndpoint, type ModelDefaults } from './models/find-endpoint.ts';
import { ModelError } from './models/model-error.ts';

interface Deps {
  defaults: ModelDefaults;
  revealSecret(workspaceId: string, name: string, host: string): Promise<string>;
}

/** Before a setting is kept: what could never answer is refused. Nothing is asked. @throws AppError `invalid` with the next step */
export async function checkModel(deps: Deps, workspaceId: string, model: ModelSetting): Promise<void> {
  if (model.provider === 'builtin') return;
  await checkRemote(deps, workspaceId, model, 'model');
  const { fallback } = model;
  if (fallback && fallback.provider !== 'builtin')
    await checkRemote(deps, workspaceId, fallback, 'model.fallback');
}

async function checkRemote(
  { defaults, revealSecret }: Deps,
  workspaceId: string,
  model: RemoteModel,
  path: string,
): Promise<void> {
  try {
    const { key, host } = findEndpoint(model, defaults);
    if (key.type === 'secret') await revealSecret(workspaceId, key.name, host);
  } catch (error) {
    if (error instanceof ModelError && error.reason === 'no_address')
      throw refuse(`${path}.baseUrl`, error.ownerMessage, error);
    if (error instanceof ModelError) throw refuse(`${path}.secret`, error.ownerMessage, error);
    if (error instanceof AppError && error.code === 'invalid')
      throw refuse(`${path}.secret`, error.publicMessage, error);
    throw error;
  }
}

function refuse(path: string, message: string, cause: Error): AppError {
  return new AppError('invalid', { publicMessage: message, details: [{ path, message }], cause });
}
