import type { TemplateErrorCode } from '../template-error.ts';

/** How values are written in one kind of place, so that they stay values there. */
export interface Slot {
  encode(text: string): string;
  /** Characters that cannot be written there at all. */
  refuses?: { characters: RegExp; code: TemplateErrorCode; message: string };
  /** Whether a list or an object becomes JSON text; elsewhere it is refused. */
  takesJson: boolean;
  /** What a missing optional value does: leaves an empty place, or takes the whole place out. */
  whenMissing: 'empty' | 'left-out';
}

/** Everything but the unreserved characters of RFC 3986 is encoded. */
function encodeForUrl(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encodeForForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function encodeForXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const asItIs = (text: string) => text;

export const pathSlot: Slot = { encode: encodeForUrl, takesJson: false, whenMissing: 'empty' };
export const querySlot: Slot = { encode: encodeForUrl, takesJson: false, whenMissing: 'left-out' };
export const formSlot: Slot = { encode: encodeForForm, takesJson: false, whenMissing: 'left-out' };
export const headerSlot: Slot = {
  encode: asItIs,
  // Never stripped: what a writer makes of other characters may be a line break.
  refuses: {
    characters: /[^\t\x20-\x7e]/,
    code: 'header_value',
    message:
      'has a character that a header cannot carry; letters without accents, digits and signs can be sent',
  },
  takesJson: false,
  whenMissing: 'left-out',
};
export const jsonTextSlot: Slot = { encode: asItIs, takesJson: true, whenMissing: 'empty' };
export const plainTextSlot: Slot = { encode: asItIs, takesJson: true, whenMissing: 'empty' };
export const xmlTextSlot: Slot = { encode: encodeForXml, takesJson: true, whenMissing: 'empty' };
export const formTextSlot: Slot = { encode: encodeForForm, takesJson: false, whenMissing: 'empty' };
