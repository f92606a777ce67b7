import { Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contrastOf, textColorOn } from '../../contract/widget/text-color.ts';
import type { LookFieldProps } from './look-field-props.ts';

/** The colour of the shop, and whether the text on it can be read: it always can, for its colour is computed. */
export function ColorField({ form, problem, disabled }: LookFieldProps) {
  const { t, i18n } = useTranslation('widget');
  const { color } = form.values;
  const isColor = /^#[0-9a-f]{6}$/i.test(color);
  const text = isColor ? textColorOn(color) : '#fff';
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          {...form.getInputProps('color')}
          label={t('color')}
          error={problem('color')}
          disabled={disabled}
          flex={1}
        />
        <input
          type="color"
          className="color-well"
          aria-label={t('pickColor')}
          value={isColor ? color : '#000000'}
          disabled={disabled}
          onChange={(event) => form.setFieldValue('color', event.currentTarget.value)}
        />
      </Group>
      {isColor && (
        <Text size="sm" c="dimmed">
          {t(text === '#fff' ? 'contrastWhite' : 'contrastBlack', {
            ratio: format.format(contrastOf(color, text)),
          })}
        </Text>
      )}
    </>
  );
}
