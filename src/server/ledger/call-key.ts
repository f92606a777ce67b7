import { createHash } from 'node:crypto';
import type { SourcedValue } from '../../actions/define-call.ts';

interface Sameness {
  conversationId: string;
  actionId: string;
  actionVersion: number;
  inputs: Record<string, SourcedValue>;
  /** What the call answers to: the last answer in the conversation, or the card that was confirmed. */
  offering: string;
}

/** Two calls of the same key are one call. */
export function callKey({ conversationId, actionId, actionVersion, inputs, offering }: Sameness): string {
  return digest([conversationId, actionId, actionVersion, valuesOf(inputs), offering]);
}

/** Of the exact values that a visitor was asked to confirm, for this version of this action, in this conversation. */
export function confirmationHash({
  conversationId,
  actionId,
  actionVersion,
  inputs,
}: Omit<Sameness, 'offering'>): string {
  return digest([conversationId, actionId, actionVersion, valuesOf(inputs)]);
}

export function valuesOf(inputs: Record<string, SourcedValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value]));
}

function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64url');
}

/** The order in which keys happen to come must not make another call of it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}
