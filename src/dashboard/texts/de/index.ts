import type { Texts } from '../../app/texts.ts';
import { actionCalls, actionEditor, actions } from './actions.ts';
import { model, widget } from './agent-settings.ts';
import { invitation, password, setup, signIn } from './entrance.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { inbox } from './inbox.ts';
import { instructions } from './instructions.ts';
import { integrations, webhooks } from './integrations.ts';
import { knowledge } from './knowledge.ts';
import { leads } from './leads.ts';
import { playground } from './playground.ts';
import { privacy } from './privacy.ts';
import { secrets } from './secrets.ts';
import { account, audit, developer, keys, members, settings } from './settings.ts';

export const texts: Texts = {
  frame,
  'sign-in': signIn,
  setup,
  password,
  invitation,
  home,
  inbox,
  playground,
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
  developer,
  account,
  integrations,
  webhooks,
  model,
  privacy,
  secrets,
  widget,
};
