import type { Feature } from './app/feature.ts';
import { home } from './home/feature.ts';
import { instructions } from './instructions/feature.ts';
import { knowledge } from './knowledge/feature.ts';
import { leads } from './leads/feature.ts';
import { playground } from './playground/feature.ts';
import { settings } from './settings/feature.ts';

/** Every group of screens, in the order of the navigation. */
export const features: Feature[] = [home, playground, instructions, knowledge, leads, settings];
