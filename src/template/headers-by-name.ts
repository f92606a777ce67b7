/** Headers as one reads them: by lower-case name, a name that comes twice with both values. Masks may stand in them. */
export function headersByName(headers: [name: string, value: string][]): Record<string, string> {
  const byName = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const first = byName.get(key);
    byName.set(key, first === undefined ? value : `${first}, ${value}`);
  }
  return Object.fromEntries(byName);
}
