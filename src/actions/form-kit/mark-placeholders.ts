import type { Extension } from '@codemirror/state';
import { Decoration, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { findPlaceholders, type PlaceholderNames } from './placeholder-names.ts';

const known = Decoration.mark({ class: 'cm-known-placeholder' });
const unknown = Decoration.mark({ class: 'cm-unknown-placeholder' });

/** Draws placeholders as chips, and those that name nothing as faults. */
export function markPlaceholders(names: PlaceholderNames): Extension {
  const decorate = (view: EditorView) =>
    Decoration.set(
      findPlaceholders(view.state.doc.toString(), names).map(({ from, to, isKnown }) =>
        (isKnown ? known : unknown).range(from, to),
      ),
    );
  return ViewPlugin.define(
    (view) => {
      const plugin = {
        decorations: decorate(view),
        update(update: ViewUpdate) {
          if (update.docChanged) plugin.decorations = decorate(update.view);
        },
      };
      return plugin;
    },
    { decorations: (plugin) => plugin.decorations },
  );
}
