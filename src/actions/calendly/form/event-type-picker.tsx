import { Alert, Anchor, Button, NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormPorts, Language } from '../../form-props.ts';
import { listEventTypes } from './list-event-types.ts';

interface EventTypePickerProps {
  connectionId: string;
  value: string;
  onChange(eventType: { id: string; url: string }): void;
  error: string | undefined;
  ports: FormPorts;
  language: Language;
}

/** Chooses what can be booked; where there is nothing to choose, it says why and where to go for it. */
export function EventTypePicker({
  connectionId,
  value,
  onChange,
  error,
  ports,
  language,
}: EventTypePickerProps) {
  const say = texts[language];
  const { data, error: fault, refetch } = useQuery(listEventTypes(ports, connectionId));
  const again = (
    <Button size="compact-sm" variant="light" onClick={() => void refetch()}>
      {say.again}
    </Button>
  );
  if (fault)
    return (
      <Alert color="red" title={say.failed}>
        {fault.message} {again}
      </Alert>
    );
  if (!data) return <Skeleton height={60} role="status" aria-label={say.loading} />;
  if (data.emptyReason) {
    const { message, url } = data.emptyReason;
    return (
      <Alert title={say.none} data-error={error ? true : undefined}>
        <p style={{ marginTop: 0 }}>{message}</p>
        <Anchor
          href={url ?? ports.integrationsPath}
          {...(url ? { target: '_blank', rel: 'noreferrer' } : {})}
          mr="sm"
          td="underline"
          c="inherit"
        >
          {url ? say.openThere : say.openSettings}
        </Anchor>
        {again}
      </Alert>
    );
  }
  const isKnown = value === '' || data.items.some(({ id }) => id === value);
  return (
    <NativeSelect
      label={say.eventType}
      required
      data={[
        { value: '', label: say.choose },
        ...data.items.map(({ id, name, minutes }) => ({
          value: id,
          label: minutes === null ? name : say.withMinutes(name, minutes),
        })),
        ...(isKnown ? [] : [{ value, label: say.other }]),
      ]}
      value={value}
      onChange={(event) => {
        const id = event.currentTarget.value;
        onChange({ id, url: data.items.find((item) => item.id === id)?.url ?? '' });
      }}
      error={error}
    />
  );
}

const en = {
  eventType: 'Event type',
  choose: 'Choose an event type',
  other: 'The event type that was chosen before',
  withMinutes: (name: string, minutes: number) => `${name}, ${minutes} minutes`,
  loading: 'Loading the event types',
  failed: 'The event types could not be loaded',
  none: 'There is nothing to choose yet',
  again: 'Look again',
  openThere: 'Open Calendly',
  openSettings: 'Open Integrations',
};

const de: typeof en = {
  eventType: 'Terminart',
  choose: 'Terminart wählen',
  other: 'Die bisher gewählte Terminart',
  withMinutes: (name, minutes) => `${name}, ${minutes} Minuten`,
  loading: 'Terminarten werden geladen',
  failed: 'Die Terminarten konnten nicht geladen werden',
  none: 'Es gibt noch nichts zu wählen',
  again: 'Noch einmal nachsehen',
  openThere: 'Calendly öffnen',
  openSettings: 'Integrationen öffnen',
};

const texts = { en, de };
