/** SQL: whether the site has vouched, until now, for who the visitor of a row of `conversations` is. */
export const IS_VERIFIED = `exists (
  select from visitors where visitors.id = conversations.visitor_id and visitors.verified_until > now()
)`;
