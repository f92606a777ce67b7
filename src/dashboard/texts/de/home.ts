import type { home as english } from '../en/home.ts';

export const home: typeof english = {
  title: 'Start',
  hello: 'Hallo, {{name}}',
  allDone: 'Ihr Agent ist bereit.',
  left_one: 'Noch ein Schritt, bevor Ihr Agent Besucher begrüßen kann.',
  left_other: 'Noch {{count}} Schritte, bevor Ihr Agent Besucher begrüßen kann.',
  getStarted: 'Erste Schritte',
  progress: '{{done}} von {{all}} erledigt',
};
