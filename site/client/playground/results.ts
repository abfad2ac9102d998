import type { Analysis } from '../../engine/analyse.ts';
import type { createEditor } from './editor.ts';
import type { Language } from './examples.ts';
import type { Question } from './worker.ts';
import { diagnosticsOf } from './editor.ts';
import { byId, element } from './elements.ts';
import { renderExplanation } from './explanation.ts';
import { renderMigrated } from './migrated.ts';

/** Tells screen readers what is found on the line with the cursor. */
const here = byId('here', HTMLElement);
const explanation = byId('explanation', HTMLElement);
const migrated = byId('migrated', HTMLElement);
const helper = byId('helper', HTMLElement);

interface Open {
  readonly editor: ReturnType<typeof createEditor>;
  readonly text: string;
  readonly language: Language;
}

/**
 * Shows what was found in the open file: in the editor, beside it, and as migrated code.
 *
 * @returns whether the file doesn't parse
 */
export function showResults({ files, line }: Analysis, { place }: Question, { editor, text, language }: Open): boolean {
  const file = files.find((each) => each.path === place.path);
  if (file === undefined) {
    explanation.replaceChildren(element('p', {}, 'Open a file with code to see what is reported in it.'));
    migrated.replaceChildren();
    helper.textContent = '';
    return false;
  }
  const isBroken = 'failure' in file;
  editor.mark(isBroken ? [] : diagnosticsOf(file));
  explanation.replaceChildren(...renderExplanation({ file, silent: line?.silent ?? [], line: place.line }, editor));
  explanation.scrollTop = 0;
  here.textContent = isBroken
    ? file.failure.message
    : file.findings
        .filter((finding) => finding.line === place.line)
        .map(({ message }) => message)
        .join(' ');
  migrated.replaceChildren(...(isBroken ? [] : renderMigrated(text, file.output, language)));
  helper.textContent = isBroken
    ? ''
    : file.output === text
      ? 'The codemod leaves this file as it is.'
      : file.helper === undefined
        ? 'No helper is needed.'
        : `It also writes the helper, ${file.helper}.`;
  return isBroken;
}
