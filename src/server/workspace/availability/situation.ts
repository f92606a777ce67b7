/** What decides whether an action is offered: where, when, and to whom. */
export interface Situation {
  page: { url?: string | undefined; language?: string | undefined };
  /** BCP 47: what the visitor writes in, as far as it is known. */
  writes?: string;
  now: Date;
  visitor: VisitorStanding;
}

export interface VisitorStanding {
  /** The site has vouched for who they are. */
  isVerified: boolean;
}
