import type { SourceFile } from './source-file.ts';

/** A kind of action gets the host through its arguments, and knows no other kind. */
export function findKindFaults(files: SourceFile[]): string[] {
  return files
    .filter(({ isTest }) => !isTest)
    .flatMap((file) => {
      const folder = kindFolder.exec(file.path)?.[0];
      if (!folder) return [];
      return file.imports
        .filter(({ target }) => target && !target.startsWith(folder) && !allowed.test(target))
        .map(
          ({ target, place }) =>
            `${place} imports ${target}. A kind imports define.ts, define-call.ts, define-card-step.ts, card-props.ts, use-card-form.ts, value-list.tsx, form-props.ts, the shared pieces of booking/ and form-kit/, the contract, the request templates, connections and its own folder: what it needs of the host comes through ActionContext.`,
        );
    });
}

/** The names of the kinds: the folders that have a definition. */
export function listKinds(files: SourceFile[]): string[] {
  return files.flatMap(({ path }) => /^src\/actions\/([^/]+)\/action\.ts$/.exec(path)?.[1] ?? []);
}

const kindFolder = /^src\/actions\/[^/]+\//;
const allowed =
  /^src\/(contract\/|template\/|connections\/|actions\/(booking|form-kit)\/|actions\/(define|form-props|define-call|define-card-step|card-props|use-card-form|value-list)\.tsx?$)/;
