import type { Texts } from '../../app/texts.ts';
import { invitation, password, setup, signIn } from './entrance.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { account, audit, developer, keys, members, settings } from './settings.ts';

export const texts: Texts = {
  frame,
  'sign-in': signIn,
  setup,
  password,
  invitation,
  home,
  settings,
  members,
  keys,
  audit,
  developer,
  account,
};
