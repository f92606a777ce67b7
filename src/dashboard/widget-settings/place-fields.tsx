import { NativeSelect, NumberInput, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LookFieldProps } from './look-field-props.ts';

/** Where the widget stands, on which pages, and when it is not there. */
export function PlaceFields({ form, problem, disabled }: LookFieldProps) {
  const { t } = useTranslation('widget');
  const field = (name: string) => ({ ...form.getInputProps(name), error: problem(name), disabled });
  const pixels = { min: 0, max: 500, suffix: ' px', allowDecimal: false, hideControls: true };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          {...field('side')}
          label={t('side')}
          data={[
            { value: 'right', label: t('right') },
            { value: 'left', label: t('left') },
          ]}
        />
        <NativeSelect
          {...field('scheme')}
          label={t('scheme')}
          data={[
            { value: 'auto', label: t('schemeAuto') },
            { value: 'light', label: t('schemeLight') },
            { value: 'dark', label: t('schemeDark') },
          ]}
        />
        <NumberInput {...field('offsetX')} {...pixels} label={t('offsetX')} />
        <NumberInput {...field('offsetY')} {...pixels} label={t('offsetY')} />
        <NumberInput {...field('zIndex')} label={t('zIndex')} min={0} allowDecimal={false} hideControls />
      </SimpleGrid>
      <Switch
        {...form.getInputProps('hideOnMobile', { type: 'checkbox' })}
        label={t('hideOnMobile')}
        disabled={disabled}
      />
      <Switch
        {...form.getInputProps('hideLauncher', { type: 'checkbox' })}
        label={t('hideLauncher')}
        description={t('hideLauncherHint')}
        disabled={disabled}
      />
      <TextInput
        {...field('openOn')}
        label={t('openOn')}
        description={t('openOnHint')}
        placeholder="a.open-chat"
      />
      <Textarea
        {...field('allowedOrigins')}
        label={t('origins')}
        description={t('originsHint')}
        placeholder="https://www.example.com"
        autosize
        minRows={2}
      />
    </>
  );
}
