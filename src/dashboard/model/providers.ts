import type { ModelSetting, RemoteModel } from '../../contract/model.ts';

export type Provider = ModelSetting['provider'];

/** Where each provider's key goes, unless another address is given, and what one of its models is called. */
export const REMOTE: Record<RemoteModel['provider'], { host: string; model: string }> = {
  openai: { host: 'api.openai.com', model: 'gpt-5-mini' },
  anthropic: { host: 'api.anthropic.com', model: 'claude-haiku-4-5' },
  google: { host: 'generativelanguage.googleapis.com', model: 'gemini-2.5-flash' },
  'openai-compatible': { host: '', model: 'llama3.2:3b' },
};

export interface ModelValues {
  [name: string]: unknown;
  provider: Provider;
  model: string;
  baseUrl: string;
  /** The name of a stored one; empty: that of the server's start, if any. */
  secret: string;
  /** A new key, to be stored. */
  key: string;
  /** `none`, `builtin`, or `kept`: another model, which was set by the API. */
  fallback: string;
}

export function toValues(setting: ModelSetting): ModelValues {
  const empty = { model: '', baseUrl: '', secret: '', key: '', fallback: 'builtin' };
  if (setting.provider === 'builtin') return { ...empty, provider: 'builtin' };
  const { provider, model, baseUrl = '', secret = '', fallback } = setting;
  const kept = fallback?.provider === 'builtin' ? 'builtin' : 'kept';
  return { ...empty, provider, model, baseUrl, secret, fallback: fallback ? kept : 'none' };
}

/** @param before what is set now: its price, and a fallback that this form does not know, stay */
export function toSetting(values: ModelValues, before: ModelSetting): ModelSetting {
  const { provider, model, baseUrl, secret, fallback } = values;
  if (provider === 'builtin') return { provider };
  const old = before.provider === 'builtin' ? null : before;
  const kept = fallback === 'kept' ? (old?.fallback ?? null) : null;
  return {
    provider,
    model: model.trim(),
    ...(baseUrl.trim() ? { baseUrl: baseUrl.trim() } : {}),
    ...(secret ? { secret } : {}),
    ...(old?.price && old.provider === provider && old.model === model.trim() ? { price: old.price } : {}),
    fallback: fallback === 'builtin' ? { provider: 'builtin' } : kept,
  };
}

/** A name for the key of a provider that no other secret has. */
export function nameKey(provider: Provider, taken: string[]): string {
  const name = `${provider.replaceAll('-', '_')}_key`;
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) free = `${name}_${number}`;
  return free;
}

/** The host that a key goes to; empty when the address cannot be read. */
export function hostOf({ provider, baseUrl }: ModelValues): string {
  if (provider === 'builtin') return '';
  if (baseUrl.trim() === '') return REMOTE[provider].host;
  return URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()).host : '';
}
