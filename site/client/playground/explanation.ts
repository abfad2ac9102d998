import type { Analysis } from '../../engine/analyse.ts';
import type { ShownCall, ShownFinding } from '../../engine/account.ts';
import type { Editor } from './editor.ts';
import { element, withCode } from './elements.ts';

/** The engine's results for the file in the editor, and for the line with the cursor. */
export interface Said {
  readonly file: Analysis['files'][number];
  readonly silent: readonly ShownCall[];
  readonly line: number;
}

/**
 * Explains the calls on the line with the cursor, then the other findings of the file: who runs them, how we know that
 * they launch, and who owns them.
 */
export function renderExplanation({ file, silent, line }: Said, editor: Editor): Node[] {
  if ('failure' in file) {
    const { message, line: at, column } = file.failure;
    return [
      element(
        'p',
        { class: 'failure' },
        `The file does not parse (line ${at.toString()}, column ${column.toString()}): ${message}`,
      ),
    ];
  }
  const findingsAt = (isHere: boolean): HTMLElement[] =>
    file.findings
      .filter((finding) => (finding.line === line) === isHere)
      .map((finding) => renderFinding(finding, isHere, editor));
  const calls = silent.map((call) =>
    element(
      'article',
      { class: 'call', 'aria-label': call.callee },
      element('h3', {}, element('code', {}, call.callee), ` on line ${call.line.toString()}`),
      renderFacts(call),
    ),
  );
  const atCursor = [...findingsAt(true), ...calls];
  const others = findingsAt(false);
  if (file.findings.length === 0)
    others.push(
      element(
        'p',
        { class: 'calm' },
        'Nothing outlives its handler here. Put the cursor on a line with a call to see why it is not reported.',
      ),
    );
  const heading = (text: string): HTMLElement => element('h3', { class: 'aside' }, text);
  return [
    ...(atCursor.length > 0 ? [heading('On the line of the cursor'), ...atCursor] : []),
    ...(atCursor.length > 0 && others.length > 0 ? [heading('In this file')] : []),
    ...others,
  ];
}

function renderFinding(finding: ShownFinding, isHere: boolean, editor: Editor): HTMLElement {
  const { callee, form, line, message, remedy, isRewritten, fixes } = finding;
  const place = button('place', `line ${line.toString()}`, () => {
    editor.goTo(line);
  });
  const quickFixes = fixes.map(({ label, edits }) =>
    button('fix', label, () => {
      editor.apply(edits);
    }),
  );
  return element(
    'article',
    { class: isHere ? 'finding here' : 'finding', 'aria-label': `${callee}, line ${line.toString()}` },
    element('h3', {}, element('code', {}, callee), element('span', { class: 'form' }, form), place),
    element('p', { class: 'message' }, ...withCode(message)),
    renderFacts(finding, ['codemod', isRewritten ? remedy : `left as it is: ${remedy}`]),
    ...(quickFixes.length === 0
      ? []
      : [element('p', { class: 'fixes', role: 'group', 'aria-label': `Quick fixes of ${callee}` }, ...quickFixes)]),
  );
}

function renderFacts(
  { handler, launch, owner }: ShownCall,
  ...more: readonly (readonly [string, string])[]
): HTMLElement {
  const rows: readonly (readonly [string, string])[] = [
    ['handler', handler],
    ['launch', launch],
    ['owner', owner],
    ...more,
  ];
  return element(
    'dl',
    {},
    ...rows.map(([name, text]) => element('div', {}, element('dt', {}, name), element('dd', {}, ...withCode(text)))),
  );
}

function button(kind: string, label: string, pressed: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: kind }, label);
  made.addEventListener('click', pressed);
  return made;
}
