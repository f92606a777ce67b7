import { Alert, Button, Code, CopyButton, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ShownOnceProps {
  /** Why it has to be copied now. */
  hint: string;
  value: string;
  onDone: () => void;
}

/** A secret that is shown this once, with a way to copy it. */
export function ShownOnce({ hint, value, onDone }: ShownOnceProps) {
  const { t } = useTranslation();
  return (
    <Alert color="amber" variant="light" role="status">
      <Stack gap="sm" align="flex-start">
        {hint}
        <Code block className="wrapped" w="100%">
          {value}
        </Code>
        <Group gap="xs">
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={onDone}>
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
