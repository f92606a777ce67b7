import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ColorField } from './color-field.tsx';
import type { LookFieldProps } from './look-field-props.ts';

/** What visitors read in the widget, and its colour. */
export function WordFields({ form, problem, disabled }: LookFieldProps) {
  const { t } = useTranslation('widget');
  const field = (name: string) => ({ ...form.getInputProps(name), error: problem(name), disabled });
  return (
    <>
      <ColorField {...{ form, problem, disabled }} />
      <TextInput {...field('title')} label={t('heading')} description={t('headingHint')} maxLength={60} />
      <TextInput {...field('subtitle')} label={t('subtitle')} maxLength={100} />
      <Textarea
        {...field('greeting')}
        label={t('greeting')}
        description={t('greetingHint')}
        maxLength={500}
        autosize
        minRows={2}
      />
      <Textarea
        {...field('starters')}
        label={t('starters')}
        description={t('startersHint')}
        autosize
        minRows={2}
      />
      <TextInput {...field('teaser')} label={t('teaser')} description={t('teaserHint')} maxLength={140} />
    </>
  );
}
