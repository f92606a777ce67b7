import { Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WidgetLook } from '../../contract/widget/widget-look.ts';

const PAUSE_MS = 400;

interface PreviewFrameProps {
  agentId: string;
  look: WidgetLook;
  greeting: string;
}

/** The real widget on a page of this server, with what is not saved yet. It talks to nobody. */
export function PreviewFrame({ agentId, look, greeting }: PreviewFrameProps) {
  const { t } = useTranslation('widget');
  const [shows, setShows] = useState('chat');
  const [preview] = useDebouncedValue(JSON.stringify({ look, greeting }), PAUSE_MS);
  const query = new URLSearchParams({ preview, ...(shows === 'chat' ? { open: 'true' } : {}) });
  return (
    <Stack gap="xs" className="widget-preview">
      <SegmentedControl
        aria-label={t('previewOf')}
        data={[
          { value: 'chat', label: t('previewChat') },
          { value: 'launcher', label: t('previewLauncher') },
        ]}
        value={shows}
        onChange={setShows}
      />
      <Paper withBorder className="widget-preview-page">
        <iframe title={t('preview')} src={`/widget/preview/${agentId}?${query}`} />
      </Paper>
      <Text size="xs" c="dimmed">
        {t('previewHint')}
      </Text>
    </Stack>
  );
}
