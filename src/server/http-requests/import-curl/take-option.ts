import { importFault } from '../import/import-fault.ts';

/** What the options of a command add up to. */
export interface CurlOptions {
  urls: string[];
  method: string | null;
  headers: { name: string; value: string }[];
  /** Name and password of `-u`. */
  user: string | null;
  bearer: string | null;
  /** Encoded as for a form. */
  query: string[];
  data: { text: string; isJson: boolean }[];
  form: { name: string; value: string }[];
  switches: Set<string>;
}

export type ValueMeaning = keyof typeof takers;

/** @param shown the option as it was written, for errors */
export function takeOption(meaning: ValueMeaning, value: string, options: CurlOptions, shown: string): void {
  takers[meaning](value, options, shown);
}

type Taker = (value: string, options: CurlOptions, shown: string) => void;

const takers = {
  url: (value, { urls }) => urls.push(value),
  method: (value, options) => {
    options.method = value;
  },
  header(value, { headers }, shown) {
    refuseFile(value, shown);
    const [, name = '', sign, text = ''] = /^(:?[^:;]*)([:;]?)([\s\S]*)$/.exec(value) ?? [];
    if (!sign) throw importFault('curl', 'A header has no colon: write -H "Name: value".');
    // `Name:` takes away a header that cURL sends by itself; `Name;` sends an empty one.
    if (sign === ';' || text.trim() !== '') headers.push({ name: name.trim(), value: text.trim() });
  },
  data(value, { data }, shown) {
    refuseFile(value, shown);
    data.push({ text: value, isJson: false });
  },
  'data-raw': (value, { data }) => data.push({ text: value, isJson: false }),
  'data-urlencode': (value, { data }, shown) => data.push({ text: encodePair(value, shown), isJson: false }),
  json(value, { data }, shown) {
    refuseFile(value, shown);
    data.push({ text: value, isJson: true });
  },
  form(value, { form }, shown) {
    const [, name = '', text] = /^([^=]*)=([\s\S]*)$/.exec(value) ?? [];
    if (text === undefined)
      throw importFault('curl', `A field has no equals sign: write ${shown} "name=value".`);
    if (/^[@<]/.test(text)) throw importFault('curl', `${shown} sends a file. Files cannot be sent.`);
    // What follows a semicolon is about the field, unless it stands in quotation marks.
    const quoted = /^"([\s\S]*)"(;[^"]*)?$/.exec(text)?.[1]?.replace(/\\(["\\])/g, '$1');
    form.push({ name, value: quoted ?? text.replace(/;(type|filename|headers|encoder)=[\s\S]*$/, '') });
  },
  'form-string'(value, { form }) {
    const [name = '', ...text] = value.split('=');
    form.push({ name, value: text.join('=') });
  },
  'url-query': (value, { query }, shown) =>
    query.push(value.startsWith('+') ? value.slice(1) : encodePair(value, shown)),
  user: (value, options) => {
    options.user = value;
  },
  bearer: (value, options) => {
    options.bearer = value;
  },
  cookie(value, { headers }, shown) {
    if (value !== '' && !/=|\{\{/.test(value))
      throw importFault('curl', `${shown} reads a file. Files cannot be read; write ${shown} "name=value".`);
    if (value !== '') headers.push({ name: 'Cookie', value });
  },
  agent(value, { headers }) {
    if (value !== '') headers.push({ name: 'User-Agent', value });
  },
  referer(value, { headers }) {
    const address = value.replace(/;auto$/, '');
    if (address !== '') headers.push({ name: 'Referer', value: address });
  },
} satisfies Record<string, Taker>;

function refuseFile(value: string, shown: string): void {
  if (value.startsWith('@'))
    throw importFault('curl', `${shown} reads a file (@…). Files cannot be read; put the text itself there.`);
}

/** `name=text`, `=text` or `text`: the text is encoded, the name is not. */
function encodePair(value: string, shown: string): string {
  const [, name = '', sign, text = ''] = /^([^=@]*)([=@]?)([\s\S]*)$/.exec(value) ?? [];
  if (sign === '@') refuseFile('@', shown);
  if (sign === '') return encodeAround(name);
  return name === '' ? encodeAround(text) : `${name}=${encodeAround(text)}`;
}

/** Percent-encodes all but placeholders. */
function encodeAround(text: string): string {
  return text
    .toWellFormed()
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part)))
    .join('');
}
