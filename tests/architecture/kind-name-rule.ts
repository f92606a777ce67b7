import { Visitor } from 'oxc-parser';
import { listKinds } from './kind-rule.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Nothing outside a kind's folder and the registries knows the kind by its name.
 * A one-word name, such as `button`, may be an HTML element: only decisions on it count.
 */
export function findKindNames(files: SourceFile[]): string[] {
  const kinds = listKinds(files);
  return files
    .filter(({ path, isTest }) => path.startsWith('src/') && !isTest && !registries.test(path))
    .flatMap((file) => {
      const known = kinds.filter(
        (kind) => !new RegExp(`^src/(actions|connections)/${kind}/`).test(file.path),
      );
      const compound = known.filter((kind) => kind.includes('-'));
      return [...findTexts(file, compound), ...findDecisions(file, known)].map(
        (fault) =>
          `${fault}. Only its folder and the registries know a kind by its name: let the kind say what differs, in its definition or its executor.`,
      );
    });
}

const registries = /^src\/(actions\/(index\.ts|executors\.ts|cards\.tsx|forms\.tsx)|connections\/index\.ts)$/;

function findTexts(file: SourceFile, kinds: string[]): string[] {
  const faults: string[] = [];
  const check = (text: unknown, offset: number) => {
    if (kinds.includes(String(text))) faults.push(`${file.placeOf(offset)} names the kind ${text}`);
  };
  new Visitor({
    Literal: (node) => check(node.value, node.start),
    TemplateElement: (node) => check(node.value.cooked, node.start),
  }).visit(file.program);
  return faults;
}

/** Comparisons, switch cases, and a property `kind` with the name as its value. */
function findDecisions(file: SourceFile, kinds: string[]): string[] {
  const faults: string[] = [];
  const check = (node: { type: string; start: number; value?: unknown } | null) => {
    if (node?.type === 'Literal' && kinds.includes(String(node.value))) {
      faults.push(`${file.placeOf(node.start)} decides on the kind ${node.value}`);
    }
  };
  new Visitor({
    BinaryExpression: (node) => {
      check(node.left);
      check(node.right);
    },
    SwitchCase: (node) => check(node.test),
    Property: (node) => {
      if (node.key.type === 'Identifier' && node.key.name === 'kind') check(node.value);
    },
  }).visit(file.program);
  return faults;
}
