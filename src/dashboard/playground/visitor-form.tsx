import { Button, Group, Modal, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewPlayground } from '../../contract/playground.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { readAttributes, writeAttributes } from './attributes.ts';

interface VisitorFormProps {
  as: NewPlayground;
  onClose: () => void;
  /** @throws ApiError */
  onStart: (as: NewPlayground) => Promise<void>;
}

/** Whom one plays, and where they are. Starts a new conversation. */
export function VisitorForm({ as, onClose, onStart }: VisitorFormProps) {
  const { t } = useTranslation('playground');
  const { form, submit, isSending, error } = useApiForm({
    initialValues: {
      who: as.visitor ? 'signedIn' : 'unknown',
      sub: as.visitor?.sub ?? '',
      attributes: writeAttributes(as.visitor?.attributes ?? {}),
      url: as.page?.url ?? '',
      language: as.page?.language ?? '',
    },
    validate: { attributes: (text) => (readAttributes(text) ? null : t('attributesWrong')) },
  });
  const isSignedIn = form.values.who === 'signedIn';
  const start = submit(async ({ who, sub, attributes, url, language }) => {
    const page = { ...(url ? { url } : {}), ...(language ? { language } : {}) };
    await onStart({
      page,
      ...(who === 'signedIn' ? { visitor: { sub, attributes: readAttributes(attributes) ?? {} } } : {}),
    });
  });
  return (
    <Modal opened onClose={onClose} title={t('choose')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={start}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <SegmentedControl
            {...form.getInputProps('who')}
            aria-label={t('who')}
            data={[
              { value: 'unknown', label: t('unknown') },
              { value: 'signedIn', label: t('signedIn') },
            ]}
          />
          {isSignedIn ? (
            <>
              <TextInput
                {...form.getInputProps('sub')}
                label={t('sub')}
                description={t('subHint')}
                maxLength={200}
                required
              />
              <Textarea
                {...form.getInputProps('attributes')}
                label={t('attributes')}
                description={t('attributesHint')}
                placeholder={'plan: gold\norders: 3'}
                rows={4}
              />
            </>
          ) : (
            <Text size="sm" c="dimmed">
              {t('unknownHint')}
            </Text>
          )}
          <TextInput
            {...form.getInputProps('url')}
            label={t('url')}
            description={t('urlHint')}
            placeholder="https://"
            inputMode="url"
          />
          <TextInput
            {...form.getInputProps('language')}
            label={t('language')}
            description={t('languageHint')}
            placeholder="de"
            maxLength={35}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t('start')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
