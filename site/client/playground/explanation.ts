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
 * Explains each finding of the file: who runs it, how we know that it launches, and who owns it. Then explains the
 * other calls on the line with the cursor.
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
  const findings = file.findings.map((finding) => renderFinding(finding, finding.line === line, editor));
  const calls = silent.map((call) =>
    element(
      'article',
      { class: 'call', 'aria-label': call.callee },
      element('h3', {}, element('code', {}, call.callee), ` on line ${call.line.toString()}`),
      renderFacts(call),
    ),
  );
  if (findings.length === 0)
    findings.push(
      element(
        'p',
        { class: 'calm' },
        'Nothing outlives its handler here. Put the cursor on a line with a call to see why it is not reported.',
      ),
    );
  return [
    ...findings,
    ...(calls.length > 0 ? [element('h3', { class: 'aside' }, 'On the line of the cursor'), ...calls] : []),
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
