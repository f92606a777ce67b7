import type { SourceFile } from './source-file.ts';

/** No file reaches itself through its imports, types included. Each circle is told once. */
export function findCycles(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const faults: string[] = [];

  function follow(path: string, way: string[]): void {
    const start = way.indexOf(path);
    if (start >= 0) {
      const circle = [...way.slice(start), path].join(' → ');
      faults.push(
        `${circle} is a circle: move what they share into a file of its own, which imports neither.`,
      );
      return;
    }
    if (finished.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? []) if (target) follow(target, [...way, path]);
    finished.add(path);
  }
  for (const { path } of files) follow(path, []);
  return faults;
}
