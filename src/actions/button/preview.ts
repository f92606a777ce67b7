import type { SettingsOf } from '../define.ts';
import type { CardPreview, PreviewProps } from '../form-props.ts';
import type { button } from './action.ts';
import type { ButtonPayload } from './payload.ts';

/** The button, and what stands below it once it was used. */
export function usePreview({ settings, language }: PreviewProps<SettingsOf<typeof button>>): CardPreview {
  const say = texts[language];
  const text = settings.text.trim();
  const url = settings.url.trim();
  const leadsSomewhere = /^(https?:\/\/|mailto:|tel:)./i.test(url);
  const missing = [...(text ? [] : [say.noText]), ...(leadsSomewhere ? [] : [say.noUrl])];
  if (!text) return { missing, stages: [] };
  const payload: ButtonPayload = { text, url: leadsSomewhere ? url : 'https://www.example.com/' };
  const note = leadsSomewhere ? {} : { note: say.example };
  const cardIn = (state: 'offered' | 'opened') => ({ kind: 'button', state, payload: { ...payload } });
  return {
    missing,
    stages: [
      { title: say.before, card: cardIn('offered'), ...note },
      { title: say.after, card: cardIn('opened'), ...note },
    ],
  };
}

const texts = {
  en: {
    before: 'Button',
    after: 'Opened',
    noText: 'The text on the button.',
    noUrl: 'Where it leads: an address with https://, mailto: or tel: in front.',
    example: 'Until then, an example stands in its place.',
  },
  de: {
    before: 'Schaltfläche',
    after: 'Geöffnet',
    noText: 'Der Text der Schaltfläche.',
    noUrl: 'Wohin sie führt: eine Adresse mit https://, mailto: oder tel: davor.',
    example: 'Bis dahin steht ein Beispiel an ihrer Stelle.',
  },
};
