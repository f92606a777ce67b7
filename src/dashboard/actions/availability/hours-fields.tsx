import { Autocomplete, Checkbox, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfficeHours, Weekday } from '../../../contract/actions/availability.ts';
import { currentLanguage } from '../../app/texts.ts';
import { nameWeekday } from '../../ui/name-weekday.ts';

interface HoursFieldsProps {
  hours: OfficeHours | null;
  onChange(hours: OfficeHours | null): void;
  error: string | undefined;
}

const DAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const OPEN = { from: '09:00', to: '17:00' };

/** The hours of a week, by the clocks of one place. */
export function HoursFields({ hours, onChange, error }: HoursFieldsProps) {
  const { t } = useTranslation('actionEditor');
  return (
    <Stack gap="xs">
      <Switch
        label={t('hours')}
        description={t('hoursHint')}
        checked={hours !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? officeHours() : null)}
      />
      {hours && (
        <>
          <Autocomplete
            label={t('timeZone')}
            maw={320}
            limit={20}
            data={Intl.supportedValuesOf('timeZone')}
            value={hours.timeZone}
            onChange={(timeZone) => onChange({ ...hours, timeZone })}
            error={error}
          />
          {DAYS.map((day) => (
            <Day
              key={day}
              name={nameWeekday(day, currentLanguage())}
              spans={hours.weekly[day] ?? []}
              onChange={(spans) => onChange({ ...hours, weekly: { ...hours.weekly, [day]: spans } })}
            />
          ))}
        </>
      )}
    </Stack>
  );
}

type Spans = NonNullable<OfficeHours['weekly'][Weekday]>;

function Day({ name, spans, onChange }: { name: string; spans: Spans; onChange(spans: Spans): void }) {
  const { t } = useTranslation('actionEditor');
  return (
    <Group gap="xs" role="group" aria-label={name}>
      <Checkbox
        label={name}
        w={140}
        checked={spans.length > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? [OPEN] : [])}
      />
      {spans.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('closed')}
        </Text>
      )}
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span has no identity but its place, its times are being typed
        <Group key={index} gap={4} wrap="nowrap">
          <TextInput
            type="time"
            aria-label={t('from', { day: name })}
            value={span.from}
            onChange={(event) => onChange(spans.with(index, { ...span, from: event.currentTarget.value }))}
          />
          <span aria-hidden>–</span>
          <TextInput
            type="time"
            aria-label={t('to', { day: name })}
            value={span.to}
            onChange={(event) => onChange(spans.with(index, { ...span, to: event.currentTarget.value }))}
          />
        </Group>
      ))}
    </Group>
  );
}

function officeHours(): OfficeHours {
  const weekly = Object.fromEntries(DAYS.slice(0, 5).map((day) => [day, [OPEN]]));
  return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, weekly };
}
