import { Code, List, Stack, Switch, Text } from '@mantine/core';
import type { SettingsOf } from '../define.ts';
import { defineForm, type FormProps } from '../form-props.ts';
import type { mcp } from './action.ts';
import { usePreview } from './preview.ts';

export const mcpForm = defineForm<SettingsOf<typeof mcp>>({
  sections: [
    {
      title: { en: 'The tool', de: 'Das Werkzeug' },
      hint: {
        en: 'It was chosen in Settings, Integrations. To use another tool, choose it there.',
        de: 'Es wurde unter Einstellungen, Integrationen gewählt. Ein anderes Werkzeug wählen Sie dort.',
      },
      Section: ToolSection,
    },
  ],
  usePreview,
});

function ToolSection({ settings, onChange, errorAt, language }: FormProps<SettingsOf<typeof mcp>>) {
  const say = texts[language];
  const inputs = Object.keys((settings.inputSchema?.properties as object | undefined) ?? {});
  return (
    <Stack gap="sm">
      <Text size="sm">
        <Code>{settings.tool}</Code>
      </Text>
      {settings.description && (
        <Text size="sm">
          {say.serverSays} {settings.description}
        </Text>
      )}
      {inputs.length > 0 && (
        <div>
          <Text size="sm">{say.inputs}</Text>
          <List size="sm">
            {inputs.map((name) => (
              <List.Item key={name}>
                <Code>{name}</Code>
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <Switch
        label={say.changes}
        description={say.changesHint}
        checked={settings.effect !== 'read'}
        onChange={(event) =>
          onChange({ ...settings, effect: event.currentTarget.checked ? 'write' : 'read' })
        }
        error={errorAt('effect')}
      />
    </Stack>
  );
}

const texts = {
  en: {
    serverSays: 'The server says:',
    inputs: 'The agent fills in:',
    changes: 'This tool changes something',
    changesHint: 'Then the visitor confirms the exact values first, and it is never sent twice.',
  },
  de: {
    serverSays: 'Der Server sagt:',
    inputs: 'Der Agent füllt aus:',
    changes: 'Dieses Werkzeug ändert etwas',
    changesHint: 'Dann werden die genauen Werte zuerst bestätigt, und es wird nie doppelt gesendet.',
  },
};
