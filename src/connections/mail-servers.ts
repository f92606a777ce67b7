import { smtp } from './smtp/connection.ts';

/** The kinds that send the mails of a workspace, by their names: a part of all kinds. */
export const mailServers = { smtp } as const;
