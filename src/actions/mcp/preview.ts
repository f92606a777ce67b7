import type { JsonObject, SettingsOf } from '../define.ts';
import { previewConfirmation } from '../form-kit/preview-confirmation.ts';
import type { CardPreview, PreviewProps } from '../form-props.ts';
import type { mcp } from './action.ts';
import { labelOf } from './label-of.ts';
import { toWords } from './to-words.ts';

/** What is confirmed before the tool is used. Null: it is used without a word. */
export function usePreview(props: PreviewProps<SettingsOf<typeof mcp>>): CardPreview | null {
  const { settings, name, confirms, language } = props;
  if (!confirms) return null;
  const say = texts[language];
  const properties = (settings.inputSchema?.properties ?? {}) as Record<string, unknown>;
  const values = Object.entries(properties).map(([input, schema]) => ({
    label: labelOf(input),
    value: toWords(sampleOf(schema) ?? say.sample),
  }));
  return {
    missing: name.trim() ? [] : [say.noName],
    stages: previewConfirmation({ name, values }, language),
  };
}

/** A value as the server's schema describes it, as far as that is simple. */
function sampleOf(schema: unknown): unknown {
  const { type, enum: choices, default: usual } = (schema ?? {}) as JsonObject;
  if (usual !== undefined) return usual;
  return Array.isArray(choices) ? choices[0] : SAMPLES[String(type)];
}

const SAMPLES: Record<string, unknown> = { number: 12.5, integer: 12, boolean: true };

const texts = {
  en: { sample: 'Example', noName: 'The name of the action: it stands above what is confirmed.' },
  de: { sample: 'Beispiel', noName: 'Der Name der Aktion: Er steht über dem, was bestätigt wird.' },
};
