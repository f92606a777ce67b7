import { Alert, Anchor, NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormPorts, Language } from '../form-props.ts';

interface ConnectionPickerProps {
  kind: string;
  /** What the third party is called. */
  name: string;
  value: string | null;
  onChange(connectionId: string | null): void;
  isOptional?: boolean;
  error: string | undefined;
  ports: FormPorts;
  language: Language;
}

/** Chooses one of the accounts that are connected, or says where to connect one. */
export function ConnectionPicker({
  kind,
  name,
  value,
  onChange,
  isOptional,
  ...rest
}: ConnectionPickerProps) {
  const { ports, language, error } = rest;
  const say = texts[language];
  const { data, error: fault } = useQuery({
    queryKey: ['action-form', 'connections', kind],
    queryFn: () => ports.listConnections(kind),
  });
  const connect = (
    <Anchor href={ports.integrationsPath} td="underline" c="inherit">
      {say.connect(name)}
    </Anchor>
  );
  if (fault)
    return (
      <Alert color="red" title={say.failed}>
        {fault.message}
      </Alert>
    );
  if (!data) return <Skeleton height={60} role="status" aria-label={say.loading} />;
  if (data.length === 0 && !value)
    return isOptional ? (
      <p style={{ margin: 0 }}>
        {say.noneNeeded} {connect}
      </p>
    ) : (
      <Alert title={say.none(name)} data-error={error ? true : undefined}>
        {say.noneHint} {connect}
      </Alert>
    );
  const options = data.map((connection) => ({
    value: connection.id,
    label: connection.state === 'connected' ? connection.name : `${connection.name} (${say.broken})`,
  }));
  const isGone = value !== null && value !== '' && !data.some(({ id }) => id === value);
  return (
    <NativeSelect
      label={say.account}
      required={!isOptional}
      data={[
        { value: '', label: isOptional ? say.withoutAccount : say.choose },
        ...options,
        ...(isGone ? [{ value, label: say.gone }] : []),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      error={error ?? (isGone ? say.goneHint : undefined)}
    />
  );
}

const en = {
  account: 'Account',
  choose: 'Choose an account',
  withoutAccount: 'Without an account',
  connect: (name: string) => `Connect ${name} in Settings`,
  loading: 'Loading the accounts',
  failed: 'The accounts could not be loaded',
  none: (name: string) => `${name} is not connected yet`,
  noneHint: 'Its event types appear here as soon as it is.',
  noneNeeded: 'This works without an account. With one, bookings that are moved or called off are noticed.',
  broken: 'needs to be connected again',
  gone: 'An account that is gone',
  goneHint: 'This account is not connected any more. Choose another one.',
};

const de: typeof en = {
  account: 'Konto',
  choose: 'Konto wählen',
  withoutAccount: 'Ohne Konto',
  connect: (name) => `${name} in den Einstellungen verbinden`,
  loading: 'Konten werden geladen',
  failed: 'Die Konten konnten nicht geladen werden',
  none: (name) => `${name} ist noch nicht verbunden`,
  noneHint: 'Sobald es verbunden ist, stehen hier die Terminarten.',
  noneNeeded: 'Das geht ohne Konto. Mit einem werden verschobene und abgesagte Termine bemerkt.',
  broken: 'muss neu verbunden werden',
  gone: 'Ein Konto, das es nicht mehr gibt',
  goneHint: 'Dieses Konto ist nicht mehr verbunden. Wählen Sie ein anderes.',
};

const texts = { en, de };
