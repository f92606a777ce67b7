import { queryOptions } from '@tanstack/react-query';
import type { FormPorts } from '../../form-props.ts';

/** What can be booked with a connection: asked for once by all that show it. */
export const listEventTypes = (ports: FormPorts, connectionId: string) =>
  queryOptions({
    queryKey: ['action-form', 'event-types', connectionId],
    queryFn: () => ports.listEventTypes(connectionId),
  });
