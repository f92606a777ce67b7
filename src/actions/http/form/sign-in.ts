interface Pair {
  name: string;
  value: string;
}

export interface SignIn {
  type: 'none' | 'bearer' | 'header';
  header: string;
  secret: string;
}

const BEARER = /^Bearer \{\{\s*secrets\.(\w+)\s*\}\}$/i;
const PLAIN = /^\{\{\s*secrets\.(\w+)\s*\}\}$/;

/** @returns the secret that signs the request in, when one of its headers is nothing else */
export function readSignIn(headers: Pair[]): SignIn | null {
  for (const { name, value } of headers) {
    const bearer = name.toLowerCase() === 'authorization' && BEARER.exec(value.trim())?.[1];
    if (bearer) return { type: 'bearer', header: 'X-Api-Key', secret: bearer };
    const plain = PLAIN.exec(value.trim())?.[1];
    if (plain) return { type: 'header', header: name, secret: plain };
  }
  return null;
}

/** Puts the secret where the request needs it, in place of the one that was there. */
export function writeSignIn(headers: Pair[], { type, header, secret }: SignIn): Pair[] {
  const before = readSignIn(headers);
  const kept = headers.filter(
    ({ name, value }) =>
      !before || !(BEARER.test(value.trim()) || (name === before.header && PLAIN.test(value.trim()))),
  );
  if (type === 'none' || secret === '') return kept;
  return type === 'bearer'
    ? [...kept, { name: 'Authorization', value: `Bearer {{secrets.${secret}}}` }]
    : [...kept, { name: header, value: `{{secrets.${secret}}}` }];
}
