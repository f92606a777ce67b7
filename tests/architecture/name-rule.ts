/** kebab-case, and no name that says nothing. */
export function findNameFaults(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const names = path.replace(/(\.test)?\.[a-z]+$/, '').split('/');
    const odd = names.find((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
    if (odd !== undefined) return [`${path}: "${odd}" is not kebab-case.`];
    const empty = names.find((name) => nothing.test(name));
    if (empty) return [`${path}: "${empty}" says nothing. One file has one idea: name it after that.`];
    return [];
  });
}

const nothing = /^(utils?|helpers?|types|misc|common|shared|lib|stuff)$/;
