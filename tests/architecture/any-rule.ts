import { Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

/** No `any`, in tests neither. */
export function findAny(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const faults: string[] = [];
    new Visitor({
      TSAnyKeyword: (node) => {
        faults.push(`${file.placeOf(node.start)} says any. Name the type, or take unknown and check it.`);
      },
    }).visit(file.program);
    return faults;
  });
}
