import type { SourceFile } from './source-file.ts';

interface Runtime {
  /** Where the program starts. */
  entry: string;
  /** Files and packages that must not be in it. */
  never: RegExp;
}

/** What is no part of anything that shows cards. */
const SERVERS =
  /^(zod|node:.*|src\/server\/.*|src\/actions\/(.*\/)?(action|execute|executors|index)\.ts|.*\/form\.tsx|.*\/forms\.tsx)$/;

/** What a program must never carry, however long the way to it. Types are erased, so they do not count. */
const runtimes: Runtime[] = [
  {
    entry: 'src/widget/loader/main.ts',
    never: /^(zod|preact|node:.*|src\/server\/.*|src\/actions\/.*|src\/widget\/panel\/.*)$/,
  },
  {
    entry: 'src/widget/panel/main.tsx',
    never: SERVERS,
  },
  {
    entry: 'src/widget/panel/owner/card-page.tsx',
    never: SERVERS,
  },
  {
    entry: 'src/server/main.ts',
    never: /^(preact|react|src\/(widget|dashboard)\/.*|src\/actions\/(.*\/)?(card|form|cards|forms)\.tsx)$/,
  },
  {
    entry: 'src/dashboard/main.tsx',
    never:
      /^(src\/(.*\/)?gallery(\/.*|\.ts)|zod|preact|node:.*|src\/(server|widget)\/.*|src\/actions\/(.*\/)?(execute|executors)\.ts)$/,
  },
];

export function findStrayRuntimes(files: SourceFile[], programs: Runtime[] = runtimes): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return programs.flatMap(({ entry, never }) => {
    if (!byPath.has(entry))
      return [`${entry} is gone: tests/architecture/runtime-rule.ts guards a program without it.`];
    return [...reachFrom(entry, byPath)].flatMap(([name, way]) =>
      never.test(name)
        ? [
            `${entry} carries ${name}: ${way.join(' → ')}. Import the type only, or move what is needed into a file without it.`,
          ]
        : [],
    );
  });
}

/** The contract belongs to no runtime, so it stands on zod alone. */
export function findContractPackages(files: SourceFile[]): string[] {
  return files
    .filter(({ path, isTest }) => path.startsWith('src/contract/') && !isTest)
    .flatMap(({ imports }) => imports)
    .filter(({ packageName }) => packageName && packageName !== 'zod')
    .map(
      ({ packageName, place }) =>
        `${place} imports ${packageName}. The contract imports zod and nothing else.`,
    );
}

/** Every file and package that runs, with the shortest way to it. */
function reachFrom(entry: string, byPath: Map<string, SourceFile>): Map<string, string[]> {
  const reached = new Map([[entry, [entry]]]);
  // A Map visits what is added while it is walked.
  for (const [path, way] of reached) {
    for (const { target, packageName, erased } of byPath.get(path)?.imports ?? []) {
      const name = target ?? packageName;
      if (name && !erased && !reached.has(name)) reached.set(name, [...way, name]);
    }
  }
  return reached;
}
