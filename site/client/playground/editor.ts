import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import { lintGutter, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Edit } from '../../../src/rewriting/edit.ts';
import type { Account } from '../../engine/account.ts';
import type { Language } from './examples.ts';

/** An editor for one file at a time. */
export interface Editor {
  open: (text: string, language: Language | 'json', label: string) => void;
  /** Underlines the findings. Their offsets must be those of the present text. */
  mark: (diagnostics: readonly Diagnostic[]) => void;
  /** 1-based. */
  goTo: (line: number) => void;
  /** Applies a quick fix, as one step to undo. */
  apply: (edits: readonly Edit[]) => void;
  text: () => string;
  line: () => number;
}

/**
 * @param changed - called when the text changes, or the cursor moves to another line
 * @param nonce - the page policy's nonce, for the styles that the editor creates
 */
export function createEditor(parent: Element, nonce: string, changed: (isText: boolean) => void): Editor {
  const stateOf = (text: string, language: Language | 'json', label: string): EditorState =>
    EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        lineNumbers(),
        ...(language === 'json' ? [] : [lintGutter()]),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of('  '),
        javascript({ typescript: language === 'ts', jsx: language === 'js' }),
        syntaxHighlighting(classHighlighter),
        // Tab leaves the editor, as with any other field.
        keymap.of([{ key: 'F8', run: nextDiagnostic }, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.updateListener.of(({ docChanged, selectionSet, state, startState }) => {
          const moved = selectionSet && lineOf(state) !== lineOf(startState);
          if (docChanged || moved) changed(docChanged);
        }),
      ],
    });
  const view = new EditorView({ parent, state: stateOf('', 'ts', '') });
  return {
    open: (text, language, label) => {
      view.setState(stateOf(text, language, label));
    },
    mark: (diagnostics) => {
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo: (line) => {
      const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    apply: (edits) => {
      applyIn(view, edits);
      view.focus();
    },
    text: () => view.state.doc.toString(),
    line: () => lineOf(view.state),
  };
}

function applyIn(view: EditorView, edits: readonly Edit[]): void {
  view.dispatch({ changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })) });
}

function lineOf(state: EditorState): number {
  return state.doc.lineAt(state.selection.main.head).number;
}

/** The findings in the editor's format, with the rule's quick fixes. */
export function diagnosticsOf({ findings }: Account): Diagnostic[] {
  return findings.map(({ from, to, message, fixes }) => ({
    from,
    to,
    severity: 'error',
    message,
    source: 'fire-task/no-untracked-promises',
    actions: fixes.map(({ label, edits }) => ({
      name: label,
      apply: (view: EditorView) => {
        applyIn(view, edits);
      },
    })),
  }));
}
