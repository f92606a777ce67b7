import { mailServers } from '../../../connections/mail-servers.ts';

const kinds = Object.keys(mailServers).map((kind) => `'${kind}'`);

/** The one connection of the workspace $1 that its mails go through: the newest that works, else the newest. */
export const FIND_MAIL_CONNECTION = `
select id from connections where workspace_id = $1 and kind in (${kinds.join(', ')})
order by state = 'connected' desc, id desc limit 1`;
