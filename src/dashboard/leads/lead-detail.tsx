import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../contract/lead.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useConfirm } from '../ui/asking/use-confirm.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { useFormat } from '../ui/use-format.ts';
import { nameOf } from './name-of.ts';

/** By what this person is found wherever they left something. */
function personOf({ values: { email, phone }, visitorId }: Lead): Record<string, string> {
  if (email) return { email };
  return phone ? { phone } : { visitorId };
}

interface LeadDetailProps {
  id: string;
  onClose: () => void;
}

/** All that one person left, and what can be done with it. */
export function LeadDetail({ id, onClose }: LeadDetailProps) {
  const { t } = useTranslation('leads');
  const { data, error, refetch } = useQuery({
    // Not below `leads`: the list is read anew when this one is deleted, and it is not.
    queryKey: ['lead', id],
    queryFn: ({ signal }) => callApi<Lead>(`/v1/leads/${id}`, { signal }),
  });
  const title = data ? (nameOf(data.values) ?? t('noName')) : t('lead');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }} size="lg">
      {data ? (
        <Detail lead={data} onClose={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={160} />
      )}
    </Modal>
  );
}

function Detail({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useTranslation('leads');
  const { moment } = useFormat();
  const may = useMay();
  const queryClient = useQueryClient();
  const { tryTo, done } = useReport();
  const confirm = useConfirm();
  const remove = () =>
    confirm({
      title: t('deleteTitle'),
      text: t('deleteText', { count: lead.submissions }),
      verb: t('delete'),
      onConfirm: () =>
        tryTo(async () => {
          await callApi(`/v1/leads/${lead.id}`, { method: 'DELETE' });
          onClose();
          await queryClient.invalidateQueries({ queryKey: ['leads'] });
          done(t('deleted'));
        }),
    });
  const erase = () =>
    confirm({
      title: t('eraseTitle'),
      text: t('eraseText'),
      verb: t('erase'),
      onConfirm: () =>
        tryTo(async () => {
          await callApi('/v1/people', { method: 'DELETE', query: personOf(lead) });
          onClose();
          await queryClient.invalidateQueries({ queryKey: ['leads'] });
          done(t('erased'));
        }),
    });
  const facts: [string, string][] = [
    ...Object.entries(lead.values).map(([name, value]): [string, string] => [
      t(name, { defaultValue: name }),
      value,
    ]),
    [t('first'), moment(lead.firstAt)],
    [t('last'), moment(lead.createdAt)],
    [t('submissions'), String(lead.submissions)],
    ...(lead.consent ? [[t('consent'), lead.consent] as [string, string]] : []),
  ];
  return (
    <Stack>
      {lead.state === 'partial' && <Text size="sm">{t('partialHint')}</Text>}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <Text component="dt" size="xs" c="dimmed">
              {name}
            </Text>
            <Text component="dd" size="sm" m={0} dir="auto" className="as-written">
              {value}
            </Text>
          </div>
        ))}
      </dl>
      <Group justify="flex-end">
        {may('people:delete') && (
          <Button variant="default" onClick={erase}>
            {t('erase')}
          </Button>
        )}
        {may('leads:delete') && (
          <Button variant="light" color="red" onClick={remove}>
            {t('delete')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
