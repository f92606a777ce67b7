import type { Texts } from '../../app/texts.ts';
import { invitation, password, setup, signIn } from './entrance.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { instructions } from './instructions.ts';
import { knowledge } from './knowledge.ts';
import { leads } from './leads.ts';
import { playground } from './playground.ts';
import { account, audit, developer, keys, members, settings } from './settings.ts';

export const texts: Texts = {
  frame,
  'sign-in': signIn,
  setup,
  password,
  invitation,
  home,
  playground,
  instructions,
  knowledge,
  leads,
  settings,
  members,
  keys,
  audit,
  developer,
  account,
};
