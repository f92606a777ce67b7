import { actions } from './actions/feature.ts';
import type { Feature } from './app/feature.ts';
import { home } from './home/feature.ts';
import { inbox } from './inbox/feature.ts';
import { instructions } from './instructions/feature.ts';
import { integrations } from './integrations/feature.ts';
import { knowledge } from './knowledge/feature.ts';
import { leads } from './leads/feature.ts';
import { model } from './model/feature.ts';
import { playground } from './playground/feature.ts';
import { privacy } from './privacy/feature.ts';
import { secrets } from './secrets/feature.ts';
import { settings } from './settings/feature.ts';
import { widgetSettings } from './widget-settings/feature.ts';

/** Every group of screens, in the order of the navigation. */
export const features: Feature[] = [
  home,
  inbox,
  playground,
  instructions,
  knowledge,
  actions,
  leads,
  settings,
  integrations,
  secrets,
  privacy,
  widgetSettings,
  model,
];
