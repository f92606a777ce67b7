import { Anchor, Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KindFace } from '../../../actions/form-props.ts';
import type { Action } from '../../../contract/action.ts';
import { callApi } from '../../app/call-api.ts';
import { currentLanguage } from '../../app/texts.ts';
import { useReport } from '../../ui/telling/use-report.ts';
import { ActionMenu } from './action-menu.tsx';
import type { useDraft } from './use-draft.ts';

interface EditorHeadProps {
  editing: ReturnType<typeof useDraft>;
  face: KindFace;
  mayWrite: boolean;
}

/** What the action is called, whether it is live, and Save: always in sight. */
export function EditorHead({ editing, face, mayWrite }: EditorHeadProps) {
  const { t } = useTranslation('actionEditor');
  const { saved, keep, draft, isDirty, isSaving, save } = editing;
  const { report } = useReport();
  const label = face.texts[currentLanguage()].label;
  const isArchived = saved?.archivedAt != null;
  const maySave = mayWrite && !isArchived;
  const setLive = useMutation({
    mutationFn: (enabled: boolean) =>
      callApi<Action>(`/v1/actions/${saved?.id}`, { method: 'PATCH', body: { enabled } }),
    onSuccess: keep,
    onError: report,
  });
  useHotkeys([['mod+S', () => void (maySave && save())]], []);
  return (
    <Group className="editor-head" justify="space-between" gap="sm" component="header">
      <Stack gap={0} flex="1 1 12rem" miw={0}>
        <Text size="sm">
          <Anchor component={Link} to="/actions" td="underline">
            {t('actions')}
          </Anchor>{' '}
          / {label}
        </Text>
        <Title order={1} lineClamp={1}>
          {draft.name || t('newTitle', { kind: label })}
        </Title>
      </Stack>
      <Group gap="sm">
        {isDirty && saved && (
          <Text size="sm" role="status">
            {t('unsaved')}
          </Text>
        )}
        {saved && !isArchived && (
          <Switch
            label={t('live')}
            checked={setLive.isPending ? setLive.variables : saved.enabled}
            disabled={!mayWrite}
            onChange={(event) => setLive.mutate(event.currentTarget.checked)}
          />
        )}
        {maySave && (
          <Button
            leftSection={<Check size={16} aria-hidden />}
            loading={isSaving}
            disabled={saved !== null && !isDirty}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
        )}
        {saved && mayWrite && <ActionMenu action={saved} keep={keep} />}
      </Group>
    </Group>
  );
}
