import type { instructions as english } from '../en/instructions.ts';

export const instructions: typeof english = {
  title: 'Anweisungen',
  hint: 'Wer {{name}} ist, was er sagt und woran er sich hält.',
  name: 'Name',
  nameHint: 'Besucher sehen ihn über jeder Antwort.',
  greeting: 'Begrüßung',
  greetingHint: 'Die ersten Worte im Chat.',
  rules: 'Regeln',
  rulesHint: 'Was der Agent tun und lassen soll, in Ihren eigenen Worten.',
  tone: 'Ton',
  friendly: 'Freundlich',
  neutral: 'Sachlich',
  formal: 'Förmlich',
  brief: 'Knapp',
  language: 'Sprache',
  languageHint: 'Worin er antwortet.',
  auto: 'Die des Besuchers',
  saved: 'Gespeichert. Die nächste Antwort hält sich daran.',
  suggestion: 'Das ist ein guter Anfang. Ändern Sie, was nicht passt; es gilt, sobald Sie es speichern.',
  defaultGreeting: 'Hallo! Wie kann ich helfen?',
  defaultInstructions: `Du hilfst den Besuchern unserer Website.

- Antworte mit dem, was du über uns weißt. Wenn du etwas nicht weißt, sag es und biete an, die Frage weiterzugeben.
- Halte Antworten kurz: zwei oder drei Sätze, dann frag, ob das geholfen hat.
- Erfinde nie Preise, Termine oder Zusagen.
- Frag nur nach Kontaktdaten, wenn jemand kontaktiert werden möchte.
- Wenn jemand verärgert ist oder einen Menschen verlangt, übergib an unser Team.`,
  versions: 'Versionen',
  noVersions: 'Jedes Speichern wird hier eine Version.',
  version: 'Version {{version}}',
  current: 'Jetzt',
  changes: 'Was sich geändert hat',
  changesOf: 'Was sich geändert hat, Version {{version}}',
  restore: 'Wiederherstellen',
  restoreOne: 'Version {{version}} wiederherstellen',
  restored: 'Version {{version}} ist wieder da.',
  added: 'Neu:',
  removed: 'Entfernt:',
  emptyLine: '(leere Zeile)',
  deleteAgent: 'Diesen Agenten löschen',
  deleteTitle: '{{name}} löschen?',
  deleteText:
    'Er antwortet niemandem mehr, und sein Chat verschwindet von Ihren Seiten. Seine Aktionen werden archiviert. Gespräche und Leads bleiben.',
  delete: 'Agenten löschen',
};
