import { Checkbox, Stack, Text, Title } from '@mantine/core';
import type { FormProps } from '../../form-props.ts';
import type { HttpSettings } from '../form/http-settings.ts';
import { texts } from '../form/texts.ts';
import { type Leaf, listLeaves } from './list-leaves.ts';

/** The values of a real answer, to check those that the agent may read. */
export function ReadChoice({
  body,
  settings,
  onChange,
  language,
}: FormProps<HttpSettings> & { body: string }) {
  const say = texts[language];
  const leaves = listLeaves(body);
  const { response } = settings;
  const toggle = ({ path, name }: Leaf, isChosen: boolean) => {
    const others = response.fields.filter((field) => field.path !== path);
    const taken = new Set(others.map((field) => field.name));
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
    onChange({
      ...settings,
      response: { ...response, fields: isChosen ? [...others, { path, name: free }] : others },
    });
  };
  return (
    <Stack gap="xs" component="section" aria-label={say.readTitle}>
      <Title order={3} size="h5">
        {say.readTitle}
      </Title>
      <Text size="sm" c="dimmed">
        {leaves === null || leaves.length === 0 ? say.readNone : say.readHint}
      </Text>
      {(leaves ?? []).map((leaf) => (
        <Checkbox
          key={leaf.path}
          label={`${leaf.name}: ${leaf.value}`}
          checked={response.fields.some(({ path }) => path === leaf.path)}
          onChange={(event) => toggle(leaf, event.currentTarget.checked)}
          styles={{ label: { overflowWrap: 'anywhere' } }}
        />
      ))}
    </Stack>
  );
}
