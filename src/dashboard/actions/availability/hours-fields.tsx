import { Autocomplete, Button, Stack, Switch } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OfficeHours, Weekday } from '../../../contract/actions/availability.ts';
import { currentLanguage } from '../../app/texts.ts';
import { nameWeekday } from '../../ui/name-weekday.ts';
import { DayHours } from './day-hours.tsx';

interface HoursFieldsProps {
  hours: OfficeHours | null;
  onChange(hours: OfficeHours | null): void;
  /** What the server says of a place in the hours: `timeZone`, `weekly.mon`. */
  errorAt(path: string): string | undefined;
}

const DAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The hours of a week, by the clocks of one place. */
export function HoursFields({ hours, onChange, errorAt }: HoursFieldsProps) {
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
            error={errorAt('timeZone')}
          />
          {DAYS.map((day) => (
            <DayHours
              key={day}
              name={nameWeekday(day, currentLanguage())}
              spans={hours.weekly[day] ?? []}
              onChange={(spans) => onChange({ ...hours, weekly: { ...hours.weekly, [day]: spans } })}
              error={errorAt(`weekly.${day}`)}
            />
          ))}
          <SameHours hours={hours} onChange={onChange} />
        </>
      )}
    </Stack>
  );
}

/** The first open day's hours for all that are open: a lunch break is set once. */
function SameHours({ hours, onChange }: { hours: OfficeHours; onChange(hours: OfficeHours): void }) {
  const { t } = useTranslation('actionEditor');
  const open = DAYS.filter((day) => hours.weekly[day]?.length);
  const [first] = open;
  const spans = first && hours.weekly[first];
  const isSame = open.every((day) => JSON.stringify(hours.weekly[day]) === JSON.stringify(spans));
  if (!first || !spans || isSame) return null;
  const same = Object.fromEntries(open.map((day) => [day, spans]));
  return (
    <Button
      variant="subtle"
      leftSection={<Copy size={16} aria-hidden />}
      style={{ alignSelf: 'start' }}
      onClick={() => onChange({ ...hours, weekly: { ...hours.weekly, ...same } })}
    >
      {t('sameHours', { day: nameWeekday(first, currentLanguage()) })}
    </Button>
  );
}

function officeHours(): OfficeHours {
  const weekly = Object.fromEntries(DAYS.slice(0, 5).map((day) => [day, [{ from: '09:00', to: '17:00' }]]));
  return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, weekly };
}
