import { Group, List, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonObject } from '../../../actions/define.ts';
import type { KindForm, PreviewProps } from '../../../actions/form-props.ts';
import type { FromCardPage } from '../../../contract/widget/card-page.ts';
import { PreviewFrame } from './preview-frame.tsx';
import { SchemeChoice } from './scheme-choice.tsx';
import { useScheme } from './use-scheme.ts';

interface PreviewPaneProps extends PreviewProps<JsonObject> {
  agentId: string;
  usePreview: NonNullable<KindForm['usePreview']>;
}

/** What visitors will see of the action as it stands in the form. Nothing that is done with it is sent. */
export function PreviewPane({ agentId, usePreview, ...props }: PreviewPaneProps) {
  const { t } = useTranslation('actionEditor');
  const id = useId();
  const preview = usePreview(props);
  const { scheme, isFixed, setScheme } = useScheme(agentId);
  const [title, setTitle] = useState<string>();
  const [told, setTold] = useState('');
  if (!preview) return null;
  const { stages, missing } = preview;
  const stage = stages.find((known) => known.title === title) ?? stages[0];

  function onUse(use: Exclude<FromCardPage, { type: 'ready' | 'height' }>): void {
    if (use.type === 'link') {
      setTold(t('previewLink', { address: use.address }));
      return;
    }
    const next = stages.find(({ after }) => after === use.op);
    if (next) setTitle(next.title);
    setTold(t('previewUsed'));
  }

  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h4" id={id}>
            {t('preview')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('previewHint')}
          </Text>
        </div>
        {stage && !isFixed && <SchemeChoice scheme={scheme} onChange={setScheme} />}
      </Group>
      {stages.length > 1 && (
        <SegmentedControl
          aria-label={t('previewStage')}
          size="xs"
          data={stages.map((known) => known.title)}
          value={stage?.title ?? ''}
          onChange={(next) => {
            setTitle(next);
            setTold('');
          }}
        />
      )}
      {stage && (
        <Paper withBorder className="preview-card">
          <PreviewFrame {...{ agentId, card: stage.card, scheme, onUse }} />
        </Paper>
      )}
      <Text size="sm" role="status">
        {told}
      </Text>
      {stage?.note && (
        <Text size="sm" c="dimmed">
          {stage.note}
        </Text>
      )}
      {missing.length > 0 && (
        <div>
          <Text size="sm">{t('previewMissing')}</Text>
          <List size="sm">
            {missing.map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  );
}
