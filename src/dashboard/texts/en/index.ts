import type { Texts } from '../../app/texts.ts';
import { setup, signIn } from './entrance.ts';
import { frame, titles } from './frame.ts';
import { callErrors, home } from './home.ts';

/** What the first page says. */
export const texts: Texts = { frame, titles, 'sign-in': signIn, setup, home, callErrors };
