import { Alert, Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Erased } from '../../contract/privacy/person.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useConfirm } from '../ui/asking/use-confirm.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { saveFile } from './save-file.ts';

const WAYS = ['email', 'phone', 'sub', 'visitorId'] as const;

/** All that is stored about one person: to hand it to them, or to erase it. */
export function PersonData() {
  const { t } = useTranslation('privacy');
  const mayErase = useMay()('people:delete');
  const confirm = useConfirm();
  const [way, setWay] = useState<string>('email');
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState<'export' | 'erase' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [erased, setErased] = useState<Erased | null>(null);
  const query = { [way]: value.trim() };

  async function run(what: 'export' | 'erase', work: () => Promise<void>) {
    setBusy(what);
    setError(null);
    setErased(null);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(null);
    }
  }
  const download = (event: FormEvent) => {
    event.preventDefault();
    void run('export', async () => {
      const data = await callApi<unknown>('/v1/people/export', { query });
      saveFile('person.json', JSON.stringify(data, null, 2));
    });
  };
  const erase = () =>
    run('erase', async () => setErased(await callApi<Erased>('/v1/people', { method: 'DELETE', query })));

  return (
    <Paper withBorder p="lg" component="section" aria-label={t('person')}>
      <form onSubmit={download}>
        <Stack>
          <Title order={2}>{t('person')}</Title>
          <Text size="sm">{t('personHint')}</Text>
          <Group align="flex-end">
            <NativeSelect
              label={t('by')}
              value={way}
              onChange={(event) => setWay(event.currentTarget.value)}
              data={WAYS.map((name) => ({ value: name, label: t(name) }))}
            />
            <TextInput
              label={t('value')}
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
              required
              flex={1}
              miw={200}
            />
          </Group>
          {error !== null && <ErrorState error={error} />}
          {erased && (
            <Alert role="status" color="green" variant="light">
              {t('erased', { count: erased.conversations, visitors: erased.visitors })}
            </Alert>
          )}
          <Group>
            <Button type="submit" variant="default" loading={busy === 'export'}>
              {t('export')}
            </Button>
            <Button
              color="red"
              variant="light"
              disabled={!mayErase || value.trim() === ''}
              loading={busy === 'erase'}
              onClick={() =>
                confirm({
                  title: t('eraseTitle', { who: value.trim() }),
                  text: t('eraseText'),
                  verb: t('erase'),
                  onConfirm: () => void erase(),
                })
              }
            >
              {t('erase')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
