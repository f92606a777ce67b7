/** What the button's card shows. `url` is http, https, mailto or tel, checked when the action was saved. */
export interface ButtonPayload {
  text: string;
  url: string;
}
