import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { CodeField } from '../../form-kit/code-field.tsx';
import type { PlaceholderNames } from '../../form-kit/placeholder-names.ts';
import { texts } from './texts.ts';

interface Pair {
  name: string;
  value: string;
}

interface PairRowsProps {
  pairs: Pair[];
  onChange(pairs: Pair[]): void;
  /** What the button says. */
  addLabel: string;
  names: PlaceholderNames;
  errorAt(path: string): string | undefined;
}

/** Names and values, one pair a row. */
export function PairRows({ pairs, onChange, addLabel, names, errorAt }: PairRowsProps) {
  const say = texts[names.language];
  return (
    <Stack gap="xs">
      {pairs.map((pair, index) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: a pair has no identity but its place, and its name may be there twice
          key={index}
          gap="xs"
          align="flex-start"
          role="group"
          aria-label={say.row(index + 1)}
        >
          <TextInput
            aria-label={say.pairName}
            placeholder={say.pairName}
            style={{ flex: '0 1 10rem' }}
            value={pair.name}
            onChange={(event) => onChange(pairs.with(index, { ...pair, name: event.currentTarget.value }))}
            error={errorAt(`${index}.name`)}
          />
          <CodeField
            label={say.pairValue}
            isLabelHidden
            isSingleLine
            value={pair.value}
            onChange={(value) => onChange(pairs.with(index, { ...pair, value }))}
            names={names}
            error={errorAt(`${index}.value`) ?? errorAt(`${index}`)}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={say.removePair(pair.name || say.row(index + 1))}
            onClick={() => onChange(pairs.toSpliced(index, 1))}
          >
            <Trash2 size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        leftSection={<Plus size={16} aria-hidden />}
        style={{ alignSelf: 'start' }}
        onClick={() => onChange([...pairs, { name: '', value: '' }])}
      >
        {addLabel}
      </Button>
    </Stack>
  );
}
