import type { SettingsOf } from '../define.ts';
import { defineForm } from '../form-props.ts';
import type { http } from './action.ts';
import { ReadSection } from './form/read-section.tsx';
import { RequestSection } from './form/request-section.tsx';
import { InputsSection } from './form-inputs/inputs-section.tsx';
import { TestPanel } from './form-side/test-panel.tsx';
import { usePreview } from './preview.ts';

export const httpForm = defineForm<SettingsOf<typeof http>>({
  sections: [
    {
      title: { en: 'What to ask the visitor', de: 'Was gefragt wird' },
      hint: {
        en: 'The agent asks only for what it does not know yet.',
        de: 'Der Agent fragt nur nach dem, was er noch nicht weiß.',
      },
      Section: InputsSection,
    },
    {
      title: { en: 'Request', de: 'Anfrage' },
      hint: {
        en: 'Type {{ to insert an answer or a secret. You can also paste a cURL command into the address.',
        de: 'Tippen Sie {{, um eine Antwort oder ein Geheimnis einzusetzen. Ein cURL-Befehl kann in die Adresse eingefügt werden.',
      },
      Section: RequestSection,
    },
    {
      title: { en: 'What the agent may read', de: 'Was der Agent lesen darf' },
      hint: {
        en: 'Nothing else of the answer reaches the agent or the visitor. Send a test request to choose from a real answer.',
        de: 'Nichts anderes aus der Antwort erreicht den Agenten. Senden Sie eine Testanfrage, um aus einer echten Antwort zu wählen.',
      },
      Section: ReadSection,
    },
  ],
  Side: TestPanel,
  usePreview,
});
