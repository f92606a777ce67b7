import { EgressError } from './egress-error.ts';

/** Headers that HTTP itself writes, and that would let an author speak to another host or end a request early. */
const RESERVED =
  /^(host|content-length|transfer-encoding|connection|upgrade|te|trailer|keep-alive|expect|http2-settings|proxy-.*)$/i;

/** @throws EgressError `header` */
export function checkHeaders(headers: Iterable<[string, string]>): void {
  for (const [name, value] of headers) {
    const isName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name) && !RESERVED.test(name);
    if (!isName || !/^[\t\u0020-\u007e]*$/.test(value)) throw new EgressError('header');
  }
}
