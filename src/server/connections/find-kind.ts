import type { ConnectionDefinition } from '../../connections/define.ts';
import { connectionKinds, findConnectionKind } from '../../connections/index.ts';
import { AppError } from '../platform/errors.ts';

/** A kind, and where its third party is for this server. @throws AppError `invalid` that names the kinds */
export function findKind(
  name: string,
  places: Record<string, Record<string, string>>,
): { definition: ConnectionDefinition; addresses: Record<string, string> } {
  const definition = findConnectionKind(name);
  if (definition) return { definition, addresses: { ...definition.addresses, ...places[name] } };
  const known = Object.keys(connectionKinds).join(', ');
  throw new AppError('invalid', {
    publicMessage: `kind: there is no kind "${name}". The kinds are: ${known}.`,
    details: [{ path: 'kind', message: `must be one of ${known}` }],
  });
}
