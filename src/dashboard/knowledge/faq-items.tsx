import { ActionIcon, Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useReport } from '../ui/telling/use-report.ts';

interface FaqValues {
  title: string;
  url: string;
  text: string;
  items: { id: string; question: string; answer: string; url: string }[];
}

const ITEMS_MAX = 500;

/** Questions with their answers, one below the other. */
export function FaqItems({ form, disabled }: { form: UseFormReturnType<FaqValues>; disabled: boolean }) {
  const { t } = useTranslation('knowledge');
  const { doneWithUndo } = useReport();
  const { items } = form.values;
  const remove = (index: number) => {
    const item = items[index];
    form.removeListItem('items', index);
    if (item) doneWithUndo(t('questionDeleted'), async () => form.insertListItem('items', item, index));
  };
  return (
    <Stack component="ol" m={0} p={0} className="plain-list">
      {items.map(({ id }, index) => (
        <Paper key={id} withBorder p="lg" component="li">
          <Stack gap="sm">
            <Group justify="space-between" wrap="nowrap">
              <Text size="xs" c="dimmed">
                {t('questionNumber', { number: index + 1 })}
              </Text>
              {!disabled && items.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  color="red"
                  onClick={() => remove(index)}
                  aria-label={t('deleteQuestion', { number: index + 1 })}
                >
                  <Trash2 size={16} />
                </ActionIcon>
              )}
            </Group>
            <TextInput
              {...form.getInputProps(`items.${index}.question`)}
              label={t('questionText')}
              disabled={disabled}
              maxLength={500}
              required
            />
            <Textarea
              {...form.getInputProps(`items.${index}.answer`)}
              label={t('answer')}
              disabled={disabled}
              rows={3}
              required
            />
          </Stack>
        </Paper>
      ))}
      {!disabled && items.length < ITEMS_MAX && (
        <li>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() =>
              form.insertListItem('items', { id: crypto.randomUUID(), question: '', answer: '', url: '' })
            }
          >
            {t('addQuestion')}
          </Button>
        </li>
      )}
    </Stack>
  );
}
