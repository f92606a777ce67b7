import { Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

/** Settings are parsed once, at start: only `platform/env.ts` sees the environment. */
export function findEnvironmentReads(files: SourceFile[]): string[] {
  return files
    .filter(({ path, isTest }) => path.startsWith('src/') && path !== reader && !isTest)
    .flatMap((file) => {
      const faults: string[] = [];
      const report = (offset: number) => {
        faults.push(
          `${file.placeOf(offset)} reads the environment. Only ${reader} does: add the setting there, and take it as an argument.`,
        );
      };
      new Visitor({
        MemberExpression: (node) => {
          const isEnv =
            node.property.type === 'Identifier' ? node.property.name === 'env' : isText(node.property, 'env');
          if (isEnv && isProcess(node.object)) report(node.start);
        },
        VariableDeclarator: (node) => {
          if (isProcess(node.init) && node.id.type !== 'Identifier') report(node.start);
        },
        ImportDeclaration: (node) => {
          const names = node.specifiers.map((one) =>
            one.type === 'ImportSpecifier' ? textOf(one.imported) : '*',
          );
          const isProcessModule = ['process', 'node:process'].includes(node.source.value);
          if (isProcessModule && names.includes('env')) report(node.start);
        },
      }).visit(file.program);
      return faults;
    });
}

const reader = 'src/server/platform/env.ts';

interface Node {
  type: string;
  name?: unknown;
  value?: unknown;
  property?: unknown;
}

/** `process`, or `globalThis.process`. */
function isProcess(node: Node | null): boolean {
  if (node?.type === 'Identifier') return node.name === 'process';
  return node?.type === 'MemberExpression' && textOf(node.property as Node) === 'process';
}

function isText(node: Node, text: string): boolean {
  return node.type === 'Literal' && node.value === text;
}

function textOf(node: Node): unknown {
  return node.name ?? node.value;
}
