/** How often a long proof runs: a few times with the suite, as often as its bar asks with `npm run prove`. */
export function rounds(few: number, full: number): number {
  return process.env.PROVE === 'full' ? full : few;
}
