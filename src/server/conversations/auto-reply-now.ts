/** SQL of a conversation's `auto_reply`: a mute whose time is up has ended, though only the next message writes it down. */
export const AUTO_REPLY_NOW = `case when muted_until <= now() then 'on' else auto_reply end`;
