import { executeButton } from './button/execute.ts';
import { executeCal } from './cal/execute.ts';
import { executeCalendly } from './calendly/execute.ts';
import type { ChatExecutor, SettingsOf } from './define.ts';
import type { CallExecutor } from './define-call.ts';
import type { SteppedExecutor } from './define-card-step.ts';
import { executeHttp } from './http/execute.ts';
import type { KindName, kinds } from './index.ts';
import { executeLeadForm } from './lead-form/execute.ts';
import { executeMcp } from './mcp/execute.ts';
import { executeStopAutoReply } from './stop-auto-reply/execute.ts';

type ActionExecutor<Settings = unknown> =
  | ChatExecutor<Settings>
  | SteppedExecutor<Settings>
  | CallExecutor<Settings>;

/** What each kind does, on the server. */
const executors: { [Name in KindName]: ActionExecutor<SettingsOf<(typeof kinds)[Name]>> } = {
  button: executeButton,
  cal: executeCal,
  calendly: executeCalendly,
  http: executeHttp,
  'lead-form': executeLeadForm,
  mcp: executeMcp,
  'stop-auto-reply': executeStopAutoReply,
};

/** The executor of a kind; its settings were checked by the kind's own schema when they were stored. */
export function findExecutor(name: string): ActionExecutor | undefined {
  return Object.hasOwn(executors, name) ? (executors[name as KindName] as ActionExecutor) : undefined;
}
