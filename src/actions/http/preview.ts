import type { InputType, RequestInput } from '../../contract/http/request.ts';
import type { SettingsOf } from '../define.ts';
import { previewConfirmation } from '../form-kit/preview-confirmation.ts';
import type { CardPreview, PreviewProps, PreviewStage } from '../form-props.ts';
import type { http } from './action.ts';
import { listShown } from './list-shown.ts';
import { toPayload } from './to-payload.ts';

type Props = PreviewProps<SettingsOf<typeof http>>;

/** What is confirmed, where something is, and the answer, where it is shown. Null: the agent answers in words alone. */
export function usePreview(props: Props): CardPreview | null {
  const { settings, name, confirms, language } = props;
  const { card } = settings.response;
  if (!confirms && !card) return null;
  const say = texts[language];
  const missing = [
    ...(confirms && !name.trim() ? [say.noName] : []),
    ...(card && !card.title.trim() ? [say.noTitle] : []),
    ...(card && settings.response.fields.length === 0 ? [say.noFields] : []),
  ];
  return { missing, stages: [...(confirms ? previewQuestion(props) : []), ...previewAnswer(props)] };
}

function previewQuestion({ settings, name, language }: Props): PreviewStage[] {
  const byName = new Map(settings.inputs.map((input) => [input.name, input]));
  const readSample = (input: string) => sampleOf(byName.get(input), texts[language].sample);
  return previewConfirmation({ name, values: listShown(settings.inputs, readSample) }, language);
}

function previewAnswer({ settings, language }: Props): PreviewStage[] {
  const { card, fields } = settings.response;
  if (!card) return [];
  const say = texts[language];
  const payload = toPayload(
    card.title.trim() || '…',
    Object.fromEntries(fields.map(({ name }) => [name, say.sample])),
  );
  return [
    {
      title: say.answer,
      card: { kind: 'http', state: 'offered', payload: { ...payload } },
      note: say.sampleNote,
    },
  ];
}

/** What a visitor might say. */
function sampleOf(input: RequestInput | undefined, words: string): unknown {
  return input?.default ?? input?.options?.[0] ?? SAMPLES[input?.type ?? 'string'] ?? words;
}

const SAMPLES: Partial<Record<InputType, unknown>> = {
  number: 12.5,
  integer: 12,
  boolean: true,
  email: 'ada@example.com',
  url: 'https://www.example.com/',
  phone: '+49 30 123456',
  date: '2027-03-01',
  time: '09:30',
};

const texts = {
  en: {
    answer: 'Answer',
    sample: 'Example',
    sampleNote: 'The values are examples.',
    noName: 'The name of the action: it stands above what is confirmed.',
    noTitle: 'The title of the card.',
    noFields: 'What the agent may read: it stands in the card.',
  },
  de: {
    answer: 'Antwort',
    sample: 'Beispiel',
    sampleNote: 'Die Werte sind Beispiele.',
    noName: 'Der Name der Aktion: Er steht über dem, was bestätigt wird.',
    noTitle: 'Der Titel der Karte.',
    noFields: 'Was der Agent lesen darf: Es steht in der Karte.',
  },
};
