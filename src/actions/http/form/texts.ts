import type { Language } from '../../form-props.ts';
import { de } from './texts-de.ts';
import { en, type HttpTexts } from './texts-en.ts';

export const texts: Record<Language, HttpTexts> = { en, de };
