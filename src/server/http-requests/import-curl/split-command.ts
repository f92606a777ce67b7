import { importFault } from '../import/import-fault.ts';

/**
 * Splits one shell command into its words, as a shell would, and runs nothing. A variable becomes a placeholder:
 * `$ORDER` → `{{ORDER}}`. What a shell would do beyond that is refused.
 */
export function splitCommand(text: string): string[] {
  if (/^\s*(\$\w+\s*=|(Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\s)/i.test(text))
    throw importFault('curl', POWERSHELL);
  const words: string[] = [];
  let word: string | null = null;
  let rest = text;
  let ended = false;
  const skip = (length: number) => {
    rest = rest.slice(length);
  };
  const finish = () => {
    if (word !== null) words.push(word);
    word = null;
  };
  while (rest !== '') {
    const plain = PLAIN.exec(rest);
    const blank = BLANK.exec(rest);
    const newline = NEWLINE.exec(rest);
    if (blank) {
      finish();
      skip(blank[0].length);
    } else if (newline) {
      finish();
      skip(newline[0].length);
      // Some pages lose the backslash at the end of a line; the next line then begins with its flag.
      ended = words.length > 0 && !rest.startsWith('-');
    } else if (rest.startsWith('#') && word === null) {
      skip((/^[^\r\n]*/.exec(rest) as RegExpExecArray)[0].length);
    } else if (ended) {
      throw importFault('curl', 'This is more than one command. Paste one cURL command at a time.');
    } else if (plain) {
      word = (word ?? '') + plain[0];
      skip(plain[0].length);
    } else {
      const [value, length] = readSpecial(rest);
      word = (word ?? '') + value;
      skip(length);
    }
  }
  finish();
  return words;
}

const BLANK = /^(?:[^\S\r\n]|\\[ \t]*\r?\n)+/;
const NEWLINE = /^[\r\n]\s*/;
const PLAIN = /^[^\s\\'"`$;&|<>()^#“”‘’]+|^#/;

/** What begins with a character that means something to a shell: its value, and its length in the text. */
function readSpecial(rest: string): [string, number] {
  const single = /^'([^']*)'/.exec(rest);
  if (single) return [single[1] ?? '', single[0].length];
  const ansi = /^\$'((?:[^'\\]|\\[\s\S])*)'/.exec(rest);
  if (ansi) return [readAnsi(ansi[1] ?? ''), ansi[0].length];
  const double = /^\$?"((?:[^"\\]|\\[\s\S])*)"/.exec(rest);
  if (double) return [readDouble(double[1] ?? ''), double[0].length];
  if (/^\$?['"]/.test(rest)) throw importFault('curl', 'A quotation mark is opened and never closed.');
  if (/^[“”‘’]/.test(rest))
    throw importFault('curl', 'The quotation marks are curly, as in a text. Use straight ones: " or \'.');
  if (rest.startsWith('\\')) return [rest.slice(1, 2), 2];
  if (/^`\r?\n/.test(rest)) throw importFault('curl', POWERSHELL);
  if (/^\^["\r\n%&^{}]/.test(rest)) throw importFault('curl', WINDOWS);
  if (rest.startsWith('^')) return ['^', 1];
  if (/^[$`]/.test(rest)) return readDollar(rest);
  throw refuseOperator(rest[0] ?? '');
}

const POWERSHELL =
  'This is a command for PowerShell. In the browser choose "Copy as cURL (bash)", or write it as a cURL command.';
const WINDOWS =
  'This is a command for the Windows prompt, with ^ signs. In the browser choose "Copy as cURL (bash)" instead.';

function refuseOperator(sign: string): Error {
  if (sign === '&')
    return importFault(
      'curl',
      'There is an & outside of quotation marks. Put the address in quotation marks.',
    );
  const name = { ';': 'a second command', '|': 'a pipe', '<': 'a redirect', '>': 'a redirect' }[sign];
  return importFault(
    'curl',
    `There is ${name ?? 'a sub-shell'} (${sign}) outside of quotation marks. Paste the cURL command alone.`,
  );
}

function readDouble(inside: string): string {
  return inside.replace(/\\\r?\n|\\[$`"\\]|\$\{[^}]*\}?|\$\(|\$\w*|`/g, (part) => {
    if (part.startsWith('\\')) return /[\r\n]/.test(part) ? '' : part.slice(1);
    const [value, length] = readDollar(part);
    return value + part.slice(length);
  });
}

function readDollar(rest: string): [string, number] {
  if (/^(`|\$\()/.test(rest))
    throw importFault(
      'curl',
      'The command runs another one inside ($(…) or `…`). Put its result there instead.',
    );
  const variable = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/.exec(rest);
  if (variable) return [`{{${variable[1] ?? variable[2]}}}`, variable[0].length];
  if (rest.startsWith('${'))
    throw importFault(
      'curl',
      'A variable must be plain, such as $NAME, with nothing else inside its braces.',
    );
  return ['$', 1];
}

const LETTERS: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The inside of `$'…'`. Neighbouring `\x` bytes are UTF-8 to a shell; browsers also write Latin-1 that way. */
function readAnsi(inside: string): string {
  const pattern =
    /((?:\\x[\dA-Fa-f]{1,2}|\\[0-7]{1,3})+)|\\u([\dA-Fa-f]{1,4})|\\U([\dA-Fa-f]{1,8})|\\c([\s\S])|\\([\s\S])/g;
  return inside
    .replace(
      pattern,
      (_, bytes?: string, unit?: string, point?: string, control?: string, letter?: string) => {
        if (bytes !== undefined) return readBytes(bytes);
        if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
        if (point !== undefined) return fromCodePoint(Number.parseInt(point, 16));
        if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
        return LETTERS[letter ?? ''] ?? (/['"?\\]/.test(letter ?? '') ? (letter ?? '') : `\\${letter}`);
      },
    )
    .toWellFormed();
}

function fromCodePoint(point: number): string {
  return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}

function readBytes(escapes: string): string {
  const numbers = escapes
    .split('\\')
    .slice(1)
    .map((part) =>
      part.startsWith('x') ? Number.parseInt(part.slice(1), 16) : Number.parseInt(part, 8) & 0xff,
    );
  const bytes = Uint8Array.from(numbers);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8, so it is the other way of writing them.
    return Buffer.from(bytes).toString('latin1');
  }
}
