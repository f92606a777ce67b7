import { createBuiltinEngine } from '../builtin-engine/builtin-engine.ts';
import type { ResolveModel } from './turn/turn-deps.ts';

/** The model behind an agent's `model` setting. The built-in engine is one like any other. */
export function createModels(assetsDirectory: string): ResolveModel {
  const builtin = createBuiltinEngine({ assetsDirectory });
  return () => builtin;
}
