import type { InputType, RequestInput } from '../../../contract/http/request.ts';

export interface FoundInput {
  /** As the API calls it: `order-id`. */
  original: string;
  /** Tells two inputs of the same name apart: `body.customer`. */
  within?: string;
  type?: InputType;
  description?: string;
  required?: boolean;
  options?: string[];
}

export interface InputCollector {
  readonly inputs: RequestInput[];
  /** How many optional inputs found no room. */
  readonly leftOut: number;
  /** The placeholder that stands for it, or null when it is optional and there is no room. */
  add(found: FoundInput): string | null;
}

/** Gathers the inputs of a request, under names that a template takes. */
export function collectInputs(maxOptional = Number.POSITIVE_INFINITY): InputCollector {
  const byOrigin = new Map<string, RequestInput>();
  let optional = 0;
  let leftOut = 0;
  return {
    get inputs() {
      return [...byOrigin.values()];
    },
    get leftOut() {
      return leftOut;
    },
    add(found) {
      const required = found.required ?? true;
      const origin = `${found.within ?? ''} ${found.original}`;
      const known = byOrigin.get(origin);
      if (known) {
        known.required ||= required;
        return placeholder(known.name, required);
      }
      if (!required && optional >= maxOptional) {
        leftOut += 1;
        return null;
      }
      if (!required) optional += 1;
      const name = pickName(found, new Set([...byOrigin.values()].map((input) => input.name)));
      byOrigin.set(origin, toInput(found, name, required));
      return placeholder(name, required);
    },
  };
}

function placeholder(name: string, required: boolean): string {
  return `{{${name}${required ? '' : '?'}}}`;
}

function toInput(found: FoundInput, name: string, required: boolean): RequestInput {
  const words = (found.description ?? '').replace(/\s+/g, ' ').trim().slice(0, 400).toWellFormed();
  const original = found.original.trim().slice(0, 80);
  const description = name === original ? words : `${words} (${original})`.trim();
  const options = found.options ? { options: found.options } : {};
  return { name, type: found.type ?? 'string', description, required, ...options, source: 'visitor' };
}

function pickName({ original, within = '' }: FoundInput, taken: Set<string>): string {
  const short = toIdentifier(original);
  const long = toIdentifier(`${within}_${original}`);
  const free = [short, long].find((name) => !taken.has(name));
  if (free) return free;
  for (let count = 2; ; count += 1) {
    const name = `${short.slice(0, 58)}_${count}`;
    if (!taken.has(name)) return name;
  }
}

/** `order-id` → `order_id`, `Größe` → `Gro_e`, `2fa` → `_2fa`. */
function toIdentifier(original: string): string {
  const plain = original
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const name = (/^[A-Za-z]/.test(plain) ? plain : plain && `_${plain}`).slice(0, 60) || 'value';
  const meansSomethingElse = name === 'secrets' || name === 'prototype' || name in Object.prototype;
  return meansSomethingElse ? `${name}_value` : name;
}
