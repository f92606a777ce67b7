import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One file of the house, as the rules see it. */
export interface SourceFile {
  /** From the checkout's root: `src/contract/entry.ts`. */
  path: string;
  lines: number;
  isTest: boolean;
  imports: Import[];
  program: ReturnType<typeof parseSync>['program'];
  /** `path:line` of an offset in the text, to click on. */
  placeOf(offset: number): string;
}

export interface Import {
  specifier: string;
  /** The imported file's path; null: a package. */
  target: string | null;
  /** Such as `zod` or `node:http`; null: a file. */
  packageName: string | null;
  /** `import type`: gone when the program runs. */
  erased: boolean;
  /** `import()`: another part of the program, which begins when it is asked for. */
  lazy: boolean;
  /** `path:line` of the import. */
  place: string;
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`);

  const placeOf = (offset: number) => `${path}:${text.slice(0, offset).split('\n').length}`;
  return {
    path,
    lines: text.replace(/\n$/, '').split('\n').length,
    isTest: /\.test\.tsx?$/.test(path),
    imports: readImports(path, program, placeOf),
    program,
    placeOf,
  };
}

function readImports(
  path: string,
  program: SourceFile['program'],
  placeOf: (offset: number) => string,
): Import[] {
  const imports: Import[] = [];
  const add = (specifier: unknown, erased: boolean, offset: number, lazy = false) => {
    if (typeof specifier !== 'string')
      throw new Error(`${placeOf(offset)} imports what only the run will tell`);
    const isFile = specifier.startsWith('.');
    imports.push({
      specifier,
      target: isFile ? posix.join(posix.dirname(path), specifier) : null,
      packageName: isFile ? null : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'),
      erased,
      lazy,
      place: placeOf(offset),
    });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type', node.start),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source.value, node.exportKind === 'type', node.start);
    },
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type', node.start),
    ImportExpression: (node) =>
      add(node.source.type === 'Literal' && node.source.value, false, node.start, true),
    TSImportType: (node) => add(node.source.value, true, node.start),
  }).visit(program);
  return imports;
}
