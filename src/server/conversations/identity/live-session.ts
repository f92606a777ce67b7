/**
 * SQL: the session `session` of the visitor `visitor` is taken. One that has proved who its visitor is goes on after its proof
 * has ended, but not once another device has proved it anew: a device that somebody left behind must not see, nor be
 * taken for, who signs in elsewhere.
 */
export const LIVE_SESSION = `(
  session.expires_at > now() and (
    visitor.sub is null or session.verified_until > now() or session.verified_until = visitor.verified_until
  )
)`;
