import { importFault } from '../import/import-fault.ts';
import { type CurlFlag, findCurlFlag } from './curl-flags.ts';
import { type CurlOptions, takeOption, type ValueMeaning } from './take-option.ts';

/** Reads the options of a cURL command. @throws AppError `invalid` that names what cannot be imported */
export function readCurl(words: string[]): CurlOptions {
  const [program, ...rest] = words[0] === '$' || words[0] === '%' ? words.slice(1) : words;
  if (!/^(.*[\\/])?curl(\.exe)?$/i.test(program ?? ''))
    throw importFault('curl', 'This is not a cURL command: it must begin with the word curl.');
  const options: CurlOptions = {
    urls: [],
    method: null,
    headers: [],
    user: null,
    bearer: null,
    query: [],
    data: [],
    form: [],
    switches: new Set(),
  };
  const queue = rest.reverse();
  for (let word = queue.pop(); word !== undefined; word = queue.pop()) {
    if (word === '--' || word === '') continue;
    if (!word.startsWith('-') || word === '-') options.urls.push(word);
    else if (word.startsWith('--')) readLong(word, queue, options);
    else readShort(word, queue, options);
  }
  return options;
}

function readLong(word: string, queue: string[], options: CurlOptions): void {
  const [, name = '', attached] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
  const flag = name.length > 1 ? findCurlFlag(name) : undefined;
  apply(flag, `--${name.slice(0, 40)}`, options, () => attached ?? queue.pop());
}

/** `-sSL`, `-XPOST`, `-H"Accept: …"`. */
function readShort(word: string, queue: string[], options: CurlOptions): void {
  for (let at = 1; at < word.length; at += 1) {
    const letter = word[at] as string;
    const flag = findCurlFlag(letter);
    apply(flag, `-${letter}`, options, () => word.slice(at + 1) || queue.pop());
    if (flag?.takesValue) return;
  }
}

type ReadValue = () => string | undefined;

function apply(flag: CurlFlag | undefined, shown: string, options: CurlOptions, readValue: ReadValue): void {
  if (!flag) throw importFault('curl', `The option ${shown} is not known here. ${LEAVE_OUT}`);
  const { meaning, takesValue } = flag;
  if (meaning === 'refused' || meaning === 'refused-value')
    throw importFault('curl', `The option ${shown} cannot be imported. ${REASONS[shown] ?? LEAVE_OUT}`);
  if (!takesValue) {
    options.switches.add(meaning);
    return;
  }
  const value = readValue();
  if (value === undefined) throw importFault('curl', `The option ${shown} has no value after it.`);
  if (meaning !== 'ignored-value') takeOption(meaning as ValueMeaning, value, options, shown);
}

const LEAVE_OUT = 'Leave it out if the request works without it.';
const REASONS: Record<string, string> = {
  '--next': 'Paste one request at a time.',
  '-:': 'Paste one request at a time.',
  '-T': 'Files cannot be sent.',
  '--upload-file': 'Files cannot be sent.',
  '-x': 'The way out is set by whoever runs the server.',
  '--proxy': 'The way out is set by whoever runs the server.',
  '--aws-sigv4': 'Signatures that change with each request cannot be made.',
};
