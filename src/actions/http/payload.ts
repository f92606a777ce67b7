/** What the card of an answer shows. */
export interface HttpPayload {
  title: string;
  rows: { label: string; value: string }[];
}
