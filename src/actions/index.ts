import { button } from './button/action.ts';
import { cal } from './cal/action.ts';
import { calendly } from './calendly/action.ts';
import type { ActionDefinition } from './define.ts';
import { http } from './http/action.ts';
import { leadForm } from './lead-form/action.ts';
import { mcp } from './mcp/action.ts';
import { stopAutoReply } from './stop-auto-reply/action.ts';

/** Every kind, by its name. Adding one here makes the compiler ask for it in `executors.ts` and `forms.tsx`; a card stands in `cards.tsx`. */
export const kinds = {
  button,
  cal,
  calendly,
  http,
  'lead-form': leadForm,
  mcp,
  'stop-auto-reply': stopAutoReply,
} as const satisfies Record<string, ActionDefinition>;

export type KindName = keyof typeof kinds;

export function findKind(name: string): ActionDefinition | undefined {
  return Object.hasOwn(kinds, name) ? (kinds[name as KindName] as unknown as ActionDefinition) : undefined;
}
