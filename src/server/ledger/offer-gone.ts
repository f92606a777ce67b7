/** What a turn was about to offer may be offered no more. Nothing was written; begun anew, the turn does without it. */
export class OfferGone extends Error {}
