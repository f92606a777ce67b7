import type { Feature } from './app/feature.ts';
import { home } from './home/feature.ts';
import { settings } from './settings/feature.ts';

/** Every group of screens, in the order of the navigation. */
export const features: Feature[] = [home, settings];
