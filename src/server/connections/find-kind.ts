import type { ConnectionDefinition } from '../../connections/define.ts';
import { connectionKinds, findConnectionKind } from '../../connections/index.ts';
import { AppError } from '../platform/errors.ts';

const NOWHERE = 'https://nowhere.invalid';

/** A kind, and where its third party is for this server, and a connection with these settings. @throws AppError `invalid` that names the kinds */
export function findKind(
  name: string,
  places: Record<string, Record<string, string>>,
  settings?: unknown,
): { definition: ConnectionDefinition; addresses: Record<string, string> } {
  const definition = findConnectionKind(name);
  if (definition) {
    const place = settings === undefined ? null : (definition.placeOf?.(settings) ?? null);
    if (place === null) return { definition, addresses: { ...definition.addresses, ...places[name] } };
    // What is meant for somewhere else must not reach the third party itself.
    const nowhere = Object.keys(definition.addresses).map((address) => [address, NOWHERE]);
    return { definition, addresses: { ...Object.fromEntries(nowhere), ...places[place] } };
  }
  const known = Object.keys(connectionKinds).join(', ');
  throw new AppError('invalid', {
    publicMessage: `kind: there is no kind "${name}". The kinds are: ${known}.`,
    details: [{ path: 'kind', message: `must be one of ${known}` }],
  });
}
