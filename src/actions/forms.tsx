import { buttonFace } from './button/face.ts';
import { calFace } from './cal/face.ts';
import { calendlyFace } from './calendly/face.ts';
import type { KindFace, KindForm } from './form-props.ts';
import { httpFace } from './http/face.ts';
import type { KindName } from './index.ts';
import { leadFormFace } from './lead-form/face.ts';
import { mcpFace } from './mcp/face.ts';
import { stopAutoReplyFace } from './stop-auto-reply/face.ts';

interface RegisteredForm {
  face: KindFace;
  /** The form itself, fetched when somebody opens it. */
  load(): Promise<KindForm>;
}

/** Every kind as the dashboard shows it: what is chosen most comes first. */
export const forms: Record<KindName, RegisteredForm> = {
  'lead-form': { face: leadFormFace, load: async () => (await import('./lead-form/form.tsx')).leadFormForm },
  http: { face: httpFace, load: async () => (await import('./http/form.tsx')).httpForm },
  button: { face: buttonFace, load: async () => (await import('./button/form.tsx')).buttonForm },
  cal: { face: calFace, load: async () => (await import('./cal/form.tsx')).calForm },
  calendly: { face: calendlyFace, load: async () => (await import('./calendly/form.tsx')).calendlyForm },
  'stop-auto-reply': {
    face: stopAutoReplyFace,
    load: async () => (await import('./stop-auto-reply/form.tsx')).stopAutoReplyForm,
  },
  mcp: { face: mcpFace, load: async () => (await import('./mcp/form.tsx')).mcpForm },
};

/** Of a kind by its name, as an action says it. Null: this dashboard does not know it. */
export function findForm(kind: string): RegisteredForm | null {
  return Object.hasOwn(forms, kind) ? forms[kind as KindName] : null;
}
