import { calForm } from './cal/form.tsx';
import { calendlyForm } from './calendly/form.tsx';
import type { ConnectionForm } from './form-props.ts';
import type { ConnectionKindName } from './index.ts';
import { mcpForm } from './mcp/form.tsx';
import { slackForm } from './slack/form.tsx';
import { smtpForm } from './smtp/form.tsx';

/** Every kind of connection as the dashboard shows it, in this order. */
export const connectionForms: Record<ConnectionKindName, ConnectionForm> = {
  calendly: calendlyForm,
  cal: calForm,
  slack: slackForm,
  smtp: smtpForm,
  mcp: mcpForm,
};
