import type { BookingTranslate } from './use-texts.ts';
import { zoneName } from './zone-name.ts';

interface TimeZoneChoiceProps {
  id: string;
  value: string;
  onChange(timeZone: string): void;
  t: BookingTranslate;
}

/** Names the time zone that times are shown in, and lets it be changed. */
export function TimeZoneChoice({ id, value, onChange, t }: TimeZoneChoiceProps) {
  const known = Intl.supportedValuesOf('timeZone').map(zoneName).sort();
  const zones = known.includes(value) ? known : [value, ...known];
  return (
    <div class="field">
      <label for={id}>{t('timeZone')}</label>
      <select id={id} value={value} dir="ltr" onChange={(event) => onChange(event.currentTarget.value)}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
