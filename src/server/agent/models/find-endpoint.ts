import type { RemoteModel } from '../../../contract/model.ts';
import { ModelError } from './model-error.ts';

/** What the operator started Bellhop with, for agents that name no key or no address. */
export interface ModelDefaults {
  openaiKey: string | undefined;
  anthropicKey: string | undefined;
  googleKey: string | undefined;
  openaiBaseUrl: string | undefined;
}

/** Where a model is asked, and with which key. */
export interface Endpoint {
  provider: RemoteModel['provider'];
  modelId: string;
  baseUrl: string;
  /** With the port, unless it is the scheme's own. */
  host: string;
  /** The provider, for people. */
  name: string;
  key: EndpointKey;
  /** The operator has set this address, and not only the owner of a workspace. */
  isOperatorAddress: boolean;
}

export type EndpointKey =
  | { type: 'secret'; name: string }
  | { type: 'default'; value: string; variable: string }
  | { type: 'none' };

/** @throws ModelError `no_address`, or `no_key` where the provider asks for one for certain */
export function findEndpoint(
  { provider, model, baseUrl: given, secret }: RemoteModel,
  defaults: ModelDefaults,
): Endpoint {
  const { name, address: own, variable, keyOf, takesBaseUrl } = PROVIDERS[provider];
  const address = given ?? (takesBaseUrl ? defaults.openaiBaseUrl : undefined) ?? own;
  if (address === undefined) {
    throw new ModelError('no_address', 'The model has no address. Give the base URL of its server.');
  }
  const baseUrl = normalise(address);
  const isOwn = own !== undefined && baseUrl === normalise(own);
  const isOperatorAddress =
    takesBaseUrl && defaults.openaiBaseUrl !== undefined && baseUrl === normalise(defaults.openaiBaseUrl);
  const { host } = new URL(baseUrl);
  const value = isOwn || isOperatorAddress ? defaults[keyOf] : undefined;
  const key: EndpointKey =
    secret !== undefined
      ? { type: 'secret', name: secret }
      : value !== undefined
        ? { type: 'default', value, variable }
        : { type: 'none' };
  if (key.type === 'none' && isOwn && !isOperatorAddress) {
    const message = `${name} needs a key. Store it under Secrets and choose it here, or start Bellhop with ${variable}.`;
    throw new ModelError('no_key', message);
  }
  return {
    provider,
    modelId: model,
    baseUrl,
    host,
    name: isOwn ? name : `The model server at ${host}`,
    key,
    isOperatorAddress,
  };
}

interface ProviderFacts {
  name: string;
  /** Undefined: it has none of its own. */
  address: string | undefined;
  keyOf: 'openaiKey' | 'anthropicKey' | 'googleKey';
  variable: string;
  /** Whether OPENAI_BASE_URL is meant for it. */
  takesBaseUrl: boolean;
}

const PROVIDERS: Record<RemoteModel['provider'], ProviderFacts> = {
  openai: {
    name: 'OpenAI',
    address: 'https://api.openai.com/v1',
    keyOf: 'openaiKey',
    variable: 'OPENAI_API_KEY',
    takesBaseUrl: true,
  },
  anthropic: {
    name: 'Anthropic',
    address: 'https://api.anthropic.com/v1',
    keyOf: 'anthropicKey',
    variable: 'ANTHROPIC_API_KEY',
    takesBaseUrl: false,
  },
  google: {
    name: 'Google',
    address: 'https://generativelanguage.googleapis.com/v1beta',
    keyOf: 'googleKey',
    variable: 'GOOGLE_API_KEY',
    takesBaseUrl: false,
  },
  'openai-compatible': {
    name: 'The model server',
    address: undefined,
    keyOf: 'openaiKey',
    variable: 'OPENAI_API_KEY',
    takesBaseUrl: true,
  },
};

function normalise(address: string): string {
  return new URL(address).href.replace(/\/+$/, '');
}
