import { Paper, SimpleGrid, Stack, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KindFace } from '../../actions/form-props.ts';
import { forms } from '../../actions/forms.tsx';
import type { Action, NewAction } from '../../contract/action.ts';
import { callApi } from '../app/call-api.ts';
import { currentLanguage } from '../app/texts.ts';
import { useReport } from '../ui/telling/use-report.ts';

/** The kinds of actions, each with a line of a conversation. One that works as it is, is made by the click. */
export function KindCards({ agentId }: { agentId: string }) {
  const { t } = useTranslation('actions');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { report, done } = useReport();
  const make = useMutation({
    mutationFn: (
      action: Pick<NewAction, 'kind' | 'name' | 'settings'> & { guidance: { whenToUse: string } },
    ) => callApi<Action>(`/v1/agents/${agentId}/actions`, { method: 'POST', body: action }),
    async onSuccess(action) {
      queryClient.setQueryData(['action', action.id], action);
      await queryClient.invalidateQueries({ queryKey: ['actions'] });
      done(t('made', { name: action.name }));
      await navigate({ to: `/actions/${action.id}` });
    },
    onError: report,
  });
  const choose = (kind: string, face: KindFace) => {
    const { label, whenToUse } = face.texts[currentLanguage()];
    if (!face.worksAtOnce) return void navigate({ to: `/actions/new-${kind}` });
    make.mutate({ kind, name: label, guidance: { whenToUse }, settings: face.start() });
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
      {Object.entries(forms)
        .filter(([, { face }]) => !face.isMadeElsewhere)
        .map(([kind, { face }]) => {
          const { label, description, example } = face.texts[currentLanguage()];
          return (
            <Paper key={kind} withBorder p="md" className="kind-card">
              <Stack gap={6}>
                <ThemeIcon variant="light" size={32} aria-hidden>
                  <face.icon size={18} />
                </ThemeIcon>
                <UnstyledButton
                  className="kind-button"
                  fw={600}
                  disabled={make.isPending}
                  aria-describedby={`kind-${kind}`}
                  onClick={() => choose(kind, face)}
                >
                  {label}
                </UnstyledButton>
                <Stack gap={6} id={`kind-${kind}`}>
                  <Text size="sm">{description}</Text>
                  <Text size="sm" c="dimmed">
                    {example}
                  </Text>
                  {face.worksAtOnce && (
                    <Text size="sm" fw={500}>
                      {t('oneClick')}
                    </Text>
                  )}
                </Stack>
              </Stack>
            </Paper>
          );
        })}
    </SimpleGrid>
  );
}
