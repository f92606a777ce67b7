import { autocompletion, closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { Input } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { codeTheme } from './code-theme.ts';
import { completePlaceholders } from './complete-placeholders.ts';
import { markPlaceholders } from './mark-placeholders.ts';
import type { PlaceholderNames } from './placeholder-names.ts';
import { UnknownPlaceholders } from './unknown-placeholders.tsx';

export interface CodeFieldProps {
  label: string;
  /** The label is read out, and not shown. */
  isLabelHidden?: boolean;
  value: string;
  onChange(value: string): void;
  names: PlaceholderNames;
  isJson?: boolean;
  isSingleLine?: boolean;
  placeholder?: string;
  error?: string | undefined;
  autoFocus?: boolean;
  /** @returns true when it takes the pasted text: then it is not inserted */
  onPasteText?(text: string): boolean;
}

/** A text with `{{placeholders}}`: known ones are chips, unknown ones red and named below; `{{` offers what there is. */
export function CodeField(props: CodeFieldProps) {
  const { label, isLabelHidden, value, error, names } = props;
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;
  const changing = useRef(new Compartment());
  const describedBy = `${id}-notes`;

  useEffect(() => {
    if (!host.current) return;
    const { isSingleLine, isJson, placeholder, autoFocus } = latest.current;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          history(),
          codeTheme(),
          isSingleLine
            ? EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change))
            : EditorView.lineWrapping,
          isJson ? [json(), closeBrackets(), bracketMatching()] : [],
          placeholder ? placeholderText(placeholder) : [],
          autocompletion({
            override: [completePlaceholders(() => latest.current.names)],
            icons: false,
            activateOnTyping: true,
          }),
          keymap.of([...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'), ...historyKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({
            paste(event, { state, dispatch }) {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              const isTaken = latest.current.onPasteText?.(text) ?? false;
              if (!isTaken && !(isSingleLine && /[\r\n]/.test(text))) return false;
              event.preventDefault();
              if (!isTaken) dispatch(state.replaceSelection(text.trim().replace(/\s*[\r\n]+\s*/g, ' ')));
              return true;
            },
          }),
          changing.current.of([]),
        ],
      }),
    });
    view.current = editor;
    if (autoFocus) editor.focus();
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    view.current?.dispatch({
      effects: changing.current.reconfigure(
        describe({ label, names, isInvalid: error !== undefined, describedBy }),
      ),
    });
  }, [label, names, error, describedBy]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return (
    <Input.Wrapper
      label={isLabelHidden ? undefined : label}
      labelElement="div"
      style={{ flex: 1, minWidth: 0 }}
    >
      <div ref={host} />
      <div id={describedBy}>
        {error && <Input.Error>{error}</Input.Error>}
        <UnknownPlaceholders text={value} names={names} />
      </div>
    </Input.Wrapper>
  );
}

interface Description {
  label: string;
  names: PlaceholderNames;
  isInvalid: boolean;
  describedBy: string;
}

function describe({ label, names, isInvalid, describedBy }: Description): Extension {
  return [
    markPlaceholders(names),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': String(isInvalid),
    }),
  ];
}
