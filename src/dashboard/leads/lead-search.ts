/** What stands in the address of the page. */
export interface LeadSearch {
  /** What is looked for. */
  q?: string;
  /** The lead that is looked at. */
  lead?: string;
}
