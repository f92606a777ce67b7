import { Button, Code, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Sightings } from './sightings.tsx';

/** Home looks for it: the step is done when the code was copied. */
const COPIED = 'bellhop-code-copied';

export function EmbedCode({ agentId }: { agentId: string }) {
  const { t } = useTranslation('widget');
  const { t: tFrame } = useTranslation();
  const code = `<script async src="${location.origin}/widget.js?agent=${agentId}"></script>`;
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('code')}>
      <Stack gap="sm">
        <Title order={2}>{t('code')}</Title>
        <Text size="sm">{t('codeHint')}</Text>
        <Code block className="wrapped">
          {code}
        </Code>
        <Group>
          <CopyButton value={code}>
            {({ copied, copy }) => (
              <Button
                onClick={() => {
                  copy();
                  localStorage.setItem(COPIED, agentId);
                }}
              >
                {tFrame(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Sightings agentId={agentId} />
      </Stack>
    </Paper>
  );
}
