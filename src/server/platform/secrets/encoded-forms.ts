/** A way in which a value may stand in a text. */
export interface EncodedForm {
  text: string;
  /** What has to go. Undefined: the text itself. */
  pattern?: RegExp;
}

/**
 * All the ways in which a value may stand in a text: as it is, escaped in JSON or HTML, percent-encoded, as hex, and as
 * base64, alone or in the middle of something longer, as the password in `Basic …` is.
 */
export function listEncodedForms(value: string): EncodedForm[] {
  const json = jsonForms(value);
  const texts = new Set([
    value,
    ...json,
    ...json.flatMap(jsonForms),
    ...percentForms(value),
    ...hexForms(value),
  ]);
  texts.add(escapeHtml(value));
  return [...[...texts].map((text) => ({ text })), ...base64Forms(value)];
}

function jsonForms(value: string): string[] {
  const plain = JSON.stringify(value).slice(1, -1);
  const ascii = plain.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // PHP escapes slashes as well.
  return [plain, ascii].flatMap((text) => [text, text.replaceAll('/', '\\/')]);
}

function percentForms(value: string): string[] {
  const component = encodeURIComponent(value);
  const strict = component.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const form = new URLSearchParams({ '': value }).toString().slice(1);
  const forms = [component, strict, form, encodeURI(value)];
  return forms.flatMap((text) => [text, text.replace(/%[0-9A-F]{2}/g, (sign) => sign.toLowerCase())]);
}

function hexForms(value: string): string[] {
  const hex = Buffer.from(value).toString('hex');
  return [hex, hex.toUpperCase()];
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * What stands before a value in the encoded bytes shifts it by 0, 1 or 2 of every 3. Of each shift only the characters
 * that come from the value alone are searched; their neighbours hold a few of its bits, and go with them.
 */
function base64Forms(value: string): EncodedForm[] {
  const cores = [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
    return bytes.toString('base64').slice(Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  const texts = new Set(cores.flatMap((core) => [core, toUrlSafe(core), ...percentForms(core)]));
  return [...texts].map((text) => {
    const source = text.replaceAll('+', '\\+');
    return { text, pattern: new RegExp(`[\\w+/-]{0,3}${source}[\\w+/=-]{0,3}`, 'g') };
  });
}

function toUrlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
