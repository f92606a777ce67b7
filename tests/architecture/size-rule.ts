import type { SourceFile } from './source-file.ts';

export const budgets = {
  fileLines: 300,
  /** Where every product of this field grew its god file. */
  loopLines: { 'src/server/agent/turn/run-turn.ts': 150 } as Record<string, number>,
  medianLines: 60,
  ninetiethLines: 180,
  folderFiles: 15,
  /** Names below `src`, the file's included. */
  depth: 4,
  /** Imports from a file to the last one it needs. */
  importChain: 14,
};

/** Sizes of the source, tests aside. */
export function findSizeFaults(all: SourceFile[]): string[] {
  const files = all.filter(({ path, isTest }) => path.startsWith('src/') && !isTest);
  return [
    ...files.flatMap(checkLines),
    ...checkSpread(files),
    ...checkFolders(files),
    ...files
      .filter(({ path }) => path.split('/').length - 1 > budgets.depth)
      .map(({ path }) => `${path} lies deeper than ${budgets.depth} names below src.`),
    ...checkChain(files),
  ];
}

function checkLines({ path, lines }: SourceFile): string[] {
  const limit = budgets.loopLines[path] ?? budgets.fileLines;
  if (lines <= limit) return [];
  return [
    `${path} has ${lines} lines, ${limit} are the limit: find the second idea in it, and give it a file.`,
  ];
}

function checkSpread(files: SourceFile[]): string[] {
  const { median, ninetieth } = measureLines(files);
  const faults: string[] = [];
  if (median > budgets.medianLines)
    faults.push(`The median file has ${median} lines, ${budgets.medianLines} are the budget.`);
  if (ninetieth > budgets.ninetiethLines) {
    faults.push(
      `One file in ten has more than ${ninetieth} lines, ${budgets.ninetiethLines} are the budget.`,
    );
  }
  return faults;
}

function measureLines(files: SourceFile[]): { median: number; ninetieth: number } {
  const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { median: at(0.5), ninetieth: at(0.9) };
}

function checkFolders(files: SourceFile[]): string[] {
  const folders = Map.groupBy(files, ({ path }) => path.slice(0, path.lastIndexOf('/')));
  return [...folders]
    .filter(([, inside]) => inside.length > budgets.folderFiles)
    .map(
      ([folder, inside]) =>
        `${folder} has ${inside.length} files, ${budgets.folderFiles} are the limit: which of them are one thing?`,
    );
}

function checkChain(files: SourceFile[]): string[] {
  const chain = findLongestChain(files);
  if (chain.length - 1 <= budgets.importChain) return [];
  return [
    `A chain of ${chain.length - 1} imports, ${budgets.importChain} are the limit: ${chain.join(' → ')}`,
  ];
}

/** Counts what runs; what is loaded later begins a chain of its own. Circles are another rule's business. */
function findLongestChain(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const known = new Map<string, string[]>();
  function longestFrom(path: string): string[] {
    const found = known.get(path);
    if (found) return found;
    known.set(path, [path]);
    const tails = (byPath.get(path)?.imports ?? [])
      .filter(({ target, erased, lazy }) => target && !erased && !lazy && byPath.has(target))
      .map(({ target }) => longestFrom(target ?? ''));
    const longest = tails.sort((a, b) => b.length - a.length)[0] ?? [];
    known.set(path, [path, ...longest]);
    return [path, ...longest];
  }
  return files.map(({ path }) => longestFrom(path)).sort((a, b) => b.length - a.length)[0] ?? [];
}
