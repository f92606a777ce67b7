import { Button, Group, Modal, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/api-error.ts';
import { callApi } from '../../app/call-api.ts';
import type { PageOf } from '../../app/page-of.ts';
import { ErrorState } from '../states/error-state.tsx';
import { useExplain } from '../states/use-explain.ts';
import { useReport } from '../telling/use-report.ts';
import { UsedBy } from '../used-by.tsx';

interface ReplaceDialogProps<Item> {
  /** Of what is in use. */
  name: string;
  uses: { type: string; id: string; name: string }[];
  /** `/v1/secrets`: where its like are, and it itself under its key. */
  path: string;
  itemKey: string;
  /** Another one that its users could go on with; null: it could not be used. */
  toChoice(item: Item): { value: string; name: string; label: string } | null;
  /** What the button says that takes the other one and removes this one. */
  verb: string;
  /** What to look after once the other one is used. */
  hint?: string;
  onClose(): void;
}

/** What is in use is removed only when another one takes its place everywhere: which one is asked here, and what that changes. */
export function ReplaceDialog<Item>(props: ReplaceDialogProps<Item>) {
  const { name, uses, path, itemKey, toChoice, verb, hint, onClose } = props;
  const { t } = useTranslation();
  const explain = useExplain();
  const { done } = useReport();
  const queryClient = useQueryClient();
  const [other, setOther] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['replacements', path],
    queryFn: ({ signal }) => readAll<Item>(path, signal),
    staleTime: 0,
  });
  const choices = (data ?? []).flatMap((item) => toChoice(item) ?? []);
  const chosen = choices.find(({ value }) => value === other);
  const replace = useMutation({
    mutationFn: () =>
      callApi(`${path}/${encodeURIComponent(itemKey)}`, { method: 'DELETE', query: { replaceWith: other } }),
    async onSuccess() {
      onClose();
      done(t('replaced', { name, other: chosen?.name, users: uses.map((use) => use.name).join(', ') }));
      // Whatever was read of its users names what is gone.
      await queryClient.invalidateQueries();
    },
  });
  const problem =
    replace.error instanceof ApiError && replace.error.problemOf('replaceWith')
      ? `${chosen?.name ?? ''} ${replace.error.problemOf('replaceWith')}.`
      : replace.error && explain(replace.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inUse', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) replace.mutate();
        }}
      >
        <div>
          <Text size="sm">{t('inUseText')}</Text>
          <UsedBy uses={uses} />
        </div>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height={60} aria-label={t('loading')} />}
        {data && choices.length === 0 && <Text>{t('noReplacement')}</Text>}
        {choices.length > 0 && (
          <NativeSelect
            label={t('replaceWith')}
            description={t('replaceWithHint')}
            data={[
              { value: '', label: t('chooseReplacement') },
              ...choices.map(({ value, label }) => ({ value, label })),
            ]}
            value={other}
            onChange={(event) => {
              setOther(event.currentTarget.value);
              replace.reset();
            }}
            error={problem}
            data-autofocus
          />
        )}
        {chosen && hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          {choices.length > 0 && (
            <Button type="submit" color="red" disabled={!chosen} loading={replace.isPending}>
              {verb}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** Every page: the one that is wanted may stand on the last. */
async function readAll<Item>(path: string, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 100, cursor: cursor ?? undefined };
    const page: PageOf<Item> = await callApi(path, { query, signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
