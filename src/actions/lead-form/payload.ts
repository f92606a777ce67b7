export type LeadFieldType = 'name' | 'email' | 'phone' | 'company' | 'message' | 'text';

export interface LeadField {
  /** Key in the lead, `[a-z0-9_]`. */
  name: string;
  type: LeadFieldType;
  /** Empty: the widget's own word for the type. */
  label: string;
  required: boolean;
}

/** What the form's card shows: the form while it is `offered`, the message once it is `submitted` or `dismissed`. */
export interface LeadFormPayload {
  fields: LeadField[];
  consent: string;
  /** The success or dismiss message; empty: the widget's own words. */
  message?: string;
  /** What is typed is kept before it is sent. */
  keepsPartial?: boolean;
}
