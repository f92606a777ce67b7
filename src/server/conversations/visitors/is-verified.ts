/**
 * SQL: whether the site has vouched for who the visitor of a row of `conversations` is. Nobody is, until visitors can bring a
 * signed identity: it is here that it plugs in.
 */
export const IS_VERIFIED = 'false';
