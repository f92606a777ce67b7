import type { frame as english } from '../en/frame.ts';

export const frame: typeof english = {
  agent: 'Agent',
  appearance: 'Aussehen',
  auto: 'Wie das System',
  chosen: 'gewählt',
  closeMenu: 'Menü schließen',
  dark: 'Dunkel',
  data: 'Daten',
  failed: 'Das hat nicht geklappt',
  language: 'Sprache',
  light: 'Hell',
  loading: 'Lädt',
  navigation: 'Seiten',
  notFound: 'Diese Seite gibt es nicht',
  notFoundHint: 'Die Adresse ist vielleicht alt oder vertippt.',
  nothingFound: 'Nichts heißt so.',
  offline: 'Bellhop ist nicht zu erreichen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  openMenu: 'Menü öffnen',
  paletteKey: 'Strg K',
  search: 'Suchen oder springen',
  signOut: 'Abmelden',
  toHome: 'Zur Startseite',
  tryAgain: 'Noch einmal versuchen',
  unexpected:
    'Etwas Unerwartetes ist schiefgegangen. Versuchen Sie es noch einmal; bleibt es so, hilft das Protokoll des Servers.',
  youAreOffline:
    'Sie sind offline. Was Sie sehen, kann alt sein, und nichts lässt sich speichern, bis Sie zurück sind.',
};
