import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Availability } from '../../../contract/actions/availability.ts';
import { LinesField } from '../editor/lines-field.tsx';
import { HoursFields } from './hours-fields.tsx';

interface AvailabilityFieldsProps {
  availability: Availability;
  onChange(availability: Availability): void;
  errors: Record<string, string>;
}

/** Where, in which languages, when, and for whom the action is offered. What is empty sets no condition. */
export function AvailabilityFields({ availability, onChange, errors }: AvailabilityFieldsProps) {
  const { t } = useTranslation('actionEditor');
  const errorOf = (field: string) =>
    Object.entries(errors).find(([path]) => path.startsWith(`availability.${field}`))?.[1];
  return (
    <Stack gap="sm">
      <LinesField
        label={t('pages')}
        hint={t('pagesHint')}
        placeholder="/products/*"
        value={availability.pages}
        onChange={(pages) => onChange({ ...availability, pages })}
        error={errorOf('pages')}
      />
      <LinesField
        label={t('languages')}
        hint={t('languagesHint')}
        value={availability.languages}
        onChange={(languages) => onChange({ ...availability, languages })}
        error={errorOf('languages')}
      />
      <HoursFields
        hours={availability.hours}
        onChange={(hours) => onChange({ ...availability, hours })}
        errorAt={(path) => errorOf(`hours.${path}`)}
      />
      <Switch
        label={t('identifiedOnly')}
        description={t('identifiedOnlyHint')}
        checked={availability.identifiedOnly}
        onChange={(event) => onChange({ ...availability, identifiedOnly: event.currentTarget.checked })}
      />
    </Stack>
  );
}
