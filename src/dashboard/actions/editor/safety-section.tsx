import { Group, NativeSelect, NumberInput, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KindFace } from '../../../actions/form-props.ts';
import type { ActionLimit } from '../../../contract/action.ts';
import { AvailabilityFields } from '../availability/availability-fields.tsx';
import { NumberedSection } from './numbered-section.tsx';
import type { Draft } from './use-draft.ts';

interface SafetySectionProps {
  number: number;
  draft: Draft;
  change(part: Partial<Draft>): void;
  errors: Record<string, string>;
  face: KindFace;
}

const LIMITS = ['none', 'conversation', 'visitor', 'hours'] as const;

/** How often, with whose word, and when the action may be used. */
export function SafetySection({ number, draft, change, errors, face }: SafetySectionProps) {
  const { t } = useTranslation('actionEditor');
  const { limit, confirm, settings } = draft;
  const isUsual = face.changesSomething?.(settings) ?? false;
  return (
    <NumberedSection number={number} title={t('safety')} hint={t('safetyHint')}>
      <Stack gap="md">
        {face.changesSomething && (
          <Switch
            label={t('confirm')}
            description={isUsual ? t('confirmUsual') : t('confirmNotUsual')}
            checked={confirm ?? isUsual}
            onChange={(event) =>
              change({
                confirm: event.currentTarget.checked === isUsual ? null : event.currentTarget.checked,
              })
            }
          />
        )}
        <Group align="flex-end" gap="xs">
          <NativeSelect
            label={t('limit')}
            data={LIMITS.map((value) => ({ value, label: t(`limit_${value}`) }))}
            value={limit?.per ?? 'none'}
            onChange={(event) => change({ limit: limitOf(event.currentTarget.value) })}
          />
          {limit?.per === 'hours' && (
            <NumberInput
              label={t('limitHours')}
              w={120}
              min={1}
              max={8_760}
              value={limit.hours}
              onChange={(hours) => change({ limit: { per: 'hours', hours: Number(hours) } })}
              error={errors['limit.hours']}
            />
          )}
        </Group>
        <AvailabilityFields
          availability={draft.availability}
          onChange={(availability) => change({ availability })}
          errors={errors}
        />
      </Stack>
    </NumberedSection>
  );
}

function limitOf(per: string): ActionLimit {
  if (per === 'conversation' || per === 'visitor') return { per };
  return per === 'hours' ? { per, hours: 24 } : null;
}
