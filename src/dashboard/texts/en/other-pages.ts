import type { Texts } from '../../app/texts.ts';
import { actionCalls, actionEditor, actions } from './actions.ts';
import { model, widget } from './agent-settings.ts';
import { invitation, password } from './entrance.ts';
import { inbox } from './inbox.ts';
import { instructions } from './instructions.ts';
import { integrations, secrets, webhooks } from './integrations.ts';
import { knowledge } from './knowledge.ts';
import { leads } from './leads.ts';
import { playground, reasons } from './playground.ts';
import { privacy } from './privacy.ts';
import { account, audit, deeds, developer, keys, members, settings } from './settings.ts';

/** What the other pages say; loaded with the first of them. */
export const texts: Texts = {
  password,
  invitation,
  inbox,
  playground,
  reasons,
  instructions,
  knowledge,
  leads,
  actions,
  actionEditor,
  actionCalls,
  settings,
  members,
  keys,
  audit,
  deeds,
  developer,
  account,
  integrations,
  webhooks,
  model,
  privacy,
  secrets,
  widget,
};
