import { Button, Group, Text } from '@mantine/core';
import type { Language } from '../form-props.ts';
import { findPlaceholders, type PlaceholderNames } from './placeholder-names.ts';

/** Says in words which placeholders name nothing, and offers to ask for them. */
export function UnknownPlaceholders({ text, names }: { text: string; names: PlaceholderNames }) {
  const say = texts[names.language];
  const unknown = new Map(
    findPlaceholders(text, names)
      .filter(({ isKnown }) => !isKnown)
      .map((found) => [`${found.isSecret}:${found.name}`, found]),
  );
  return [...unknown].map(([key, { name, isSecret }]) => (
    <Group key={key} gap="xs" mt={4}>
      <Text size="sm" c="var(--mantine-color-error)">
        {isSecret ? say.noSecret(name) : say.noInput(name)}
      </Text>
      {!isSecret && names.addInput && (
        <Button size="compact-xs" variant="light" onClick={() => names.addInput?.(name)}>
          {say.add(name)}
        </Button>
      )}
    </Group>
  ));
}

const texts: Record<
  Language,
  { noSecret(name: string): string; noInput(name: string): string; add(name: string): string }
> = {
  en: {
    noSecret: (name) => `There is no secret named ${name} yet. Store it under Sign in.`,
    noInput: (name) => `Nothing is named ${name} yet.`,
    add: (name) => `Ask the visitor for ${name}`,
  },
  de: {
    noSecret: (name) => `Ein Geheimnis namens ${name} gibt es noch nicht. Legen Sie es unter Anmeldung an.`,
    noInput: (name) => `Nichts heißt bisher ${name}.`,
    add: (name) => `Nach ${name} fragen`,
  },
};
