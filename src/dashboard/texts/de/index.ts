import type { Texts } from '../../app/texts.ts';
import { setup, signIn } from './entrance.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';

export const texts: Texts = { frame, 'sign-in': signIn, setup, home };
