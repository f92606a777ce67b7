import { Button, Group, Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceContent } from '../../contract/knowledge.ts';
import { useMay } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { useUnsavedGuard } from '../app/use-unsaved-guard.ts';
import { SaveBar } from '../ui/asking/save-bar.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { FaqItems } from './faq-items.tsx';

interface SourceFormProps {
  content: SourceContent;
  /** What the button says that stands there from the start; absent: it shows with the first change. */
  verb?: string;
  onSave: (content: SourceContent) => Promise<void>;
  /** Once there is nothing unsaved any more. */
  onSaved: () => unknown;
}

export function SourceForm({ content, verb, onSave, onSaved }: SourceFormProps) {
  const { t } = useTranslation('knowledge');
  const mayWrite = useMay()('agents:write');
  const [isSaved, setSaved] = useState(false);
  const { form, submit, isSending, error } = useApiForm({
    initialValues: {
      title: content.title,
      url: content.url ?? '',
      text: content.type === 'text' ? content.text : '',
      items:
        content.type === 'faq'
          ? content.items.map((item) => ({ url: '', ...item, id: crypto.randomUUID() }))
          : [],
    },
  });
  const isDirty = form.isDirty() && !isSaved;
  useUnsavedGuard(isDirty);
  // The guard has to have let go before the page is left.
  useEffect(() => {
    if (isSaved) onSaved();
    setSaved(false);
  }, [isSaved, onSaved]);

  const save = submit(async ({ title, url, text, items }) => {
    const shared = { title, ...(url === '' ? {} : { url }) };
    const filled: SourceContent =
      content.type === 'text'
        ? { ...shared, type: 'text', text }
        : {
            ...shared,
            type: 'faq',
            items: items.map(({ question, answer, url: place }) => ({
              ...{ question, answer },
              ...(place === '' ? {} : { url: place }),
            })),
          };
    await onSave(filled);
    setSaved(true);
  });
  return (
    <form onSubmit={save}>
      <Stack>
        {error !== null && <ErrorState error={error} />}
        <Paper withBorder p="lg">
          <Stack>
            <TextInput
              {...form.getInputProps('title')}
              label={t('name')}
              description={t('nameHint')}
              disabled={!mayWrite}
              required
            />
            <TextInput
              {...form.getInputProps('url')}
              label={t('url')}
              description={t('urlHint')}
              placeholder="https://"
              inputMode="url"
              disabled={!mayWrite}
            />
            {content.type === 'text' && (
              <Textarea
                {...form.getInputProps('text')}
                label={t('text')}
                description={t('textHint')}
                rows={18}
                disabled={!mayWrite}
                required
              />
            )}
          </Stack>
        </Paper>
        {content.type === 'faq' && <FaqItems form={form} disabled={!mayWrite} />}
        {verb ? (
          <Group>
            <Button type="submit" loading={isSending} disabled={!mayWrite}>
              {verb}
            </Button>
          </Group>
        ) : (
          <SaveBar isDirty={isDirty && mayWrite} isSending={isSending} onDiscard={form.reset} />
        )}
      </Stack>
    </form>
  );
}
