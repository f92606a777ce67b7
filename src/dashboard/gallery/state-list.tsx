import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '../ui/styles.ts';
import {
  Anchor,
  Box,
  Group,
  MantineProvider,
  NativeSelect,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { cssVariables, theme } from '../ui/theme.ts';
import type { FoundState } from './find-states.ts';
import { type GalleryAddress, readAddress, writeAddress } from './gallery-address.ts';

interface StateListProps {
  states: FoundState[];
  /** Of the widget: pages of their own. */
  chats: string[];
  address: GalleryAddress;
}

const CHOICES = [
  { name: 'scheme', label: 'Scheme', values: ['auto', 'light', 'dark'] },
  { name: 'width', label: 'Width', values: ['', '1440', '768', '390', '320'] },
  { name: 'language', label: 'Language', values: ['en', 'de'] },
];

/** Every state, by the folder that it stands in, and how it is to be looked at. For whoever works on the dashboard, so in English. */
export function StateList({ states, chats, address }: StateListProps) {
  const [words, setWords] = useState('');
  const [look, setLook] = useState(address);
  const links = [
    ...states.map(({ group, id, name }) => ({ group, name, id, href: writeAddress({ ...look, id }) })),
    ...chats.map((name) => ({ group: 'widget', name, id: `widget/${name}`, href: `/c/${name}` })),
  ];
  const found = links.filter(({ id }) => id.includes(words.trim().toLowerCase()));
  const { nonce } = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]') ?? {};
  const choose = (name: string, value: string) => {
    const query = new URLSearchParams(writeAddress(look).split('?')[1]);
    query.set(name, value);
    setLook(readAddress({ pathname: location.pathname, search: `?${query}` }));
  };
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <Box component="main" p={{ base: 'md', sm: 'xl' }}>
        <Stack>
          <Title order={1}>Gallery</Title>
          <Group align="flex-end">
            <TextInput
              label="Filter"
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            {CHOICES.map(({ name, label, values }) => (
              <NativeSelect
                key={name}
                label={label}
                value={String(look[name as keyof GalleryAddress] ?? '')}
                onChange={(event) => choose(name, event.currentTarget.value)}
                data={values.map((value) => ({ value, label: value || 'window' }))}
              />
            ))}
          </Group>
          <Text role="status" c="dimmed">
            {found.length} of {links.length} states
          </Text>
          {[...Map.groupBy(found, ({ group }) => group)].map(([group, inGroup]) => (
            <Box key={group} component="section" aria-labelledby={`group-${group}`}>
              <Title order={2} id={`group-${group}`} mb={4}>
                {group}
              </Title>
              <Group component="ul" gap="md" m={0} p={0} className="plain-list">
                {inGroup.map(({ id, name, href }) => (
                  <li key={id}>
                    <Anchor href={href} data-state={id}>
                      {name}
                    </Anchor>
                  </li>
                ))}
              </Group>
            </Box>
          ))}
        </Stack>
      </Box>
    </MantineProvider>
  );
}
