import type { Analysis } from '../../engine/analyse.ts';
import type { Language } from './examples.ts';
import type { Work } from './work.ts';
import type { Question } from './worker.ts';
import { createEditor, diagnosticsOf } from './editor.ts';
import { byId, element } from './elements.ts';
import { startEngine } from './engine.ts';
import { readExamples } from './examples.ts';
import { renderExplanation } from './explanation.ts';
import { renderMigrated } from './migrated.ts';
import { fromAddress, inLanguage, pathsOf, projectOf, toAddress, workOn } from './work.ts';

/** How long after the last keystroke the engine is asked, and the address written. */
const PAUSE_MS = { analysis: 120, address: 400 };

const examples = readExamples();
const select = byId('example', HTMLSelectElement);
const languages = byId('languages', HTMLFieldSetElement);
const tabs = byId('files', HTMLElement);
const status = byId('status', HTMLElement);
/** Tells screen readers what is found on the line with the cursor. */
const here = byId('here', HTMLElement);
const explanation = byId('explanation', HTMLElement);
const migrated = byId('migrated', HTMLElement);
const helper = byId('helper', HTMLElement);
const share = byId('share', HTMLButtonElement);

let work: Work = workOn(examples[0], 'ts');
/** The index of the file in the editor. */
let active = 0;
let questions = 0;
const timers = { analysis: 0, address: 0 };

const ask = startEngine((answer, question) => {
  // The visitor has already changed something; another answer will follow.
  if (answer.id !== questions) return;
  if ('stopped' in answer) {
    status.textContent = `The analysis stopped: ${answer.stopped}`;
    return;
  }
  show(answer.analysis, question);
});

const editor = createEditor(
  byId('editor', HTMLElement),
  byId('editor', HTMLElement).dataset['nonce'] ?? '',
  (isText) => {
    if (isText) {
      work = { ...work, texts: work.texts.map((text, index) => (index === active ? editor.text() : text)) };
      later('address', writeAddress);
    }
    later('analysis', analyse);
  },
);

function later(what: keyof typeof timers, run: () => void): void {
  clearTimeout(timers[what]);
  timers[what] = window.setTimeout(run, PAUSE_MS[what]);
}

function analyse(): void {
  questions += 1;
  ask({ id: questions, project: projectOf(work), place: { path: pathsOf(work)[active] ?? '', line: editor.line() } });
}

function writeAddress(): void {
  const written = work;
  toAddress(written).then(
    (address) => {
      if (written === work) history.replaceState(null, '', `#${address}`);
    },
    // Older browsers have no compression streams, so there is no address; everything else works.
    () => undefined,
  );
}

function show({ files, silent }: Analysis, { place }: Question): void {
  const file = files.find(({ path }) => path === place.path);
  if (file === undefined) return;
  const counts = files.map((each) => ('failure' in each ? 0 : each.findings.length));
  status.textContent =
    'failure' in file ? 'The file does not parse.' : summaryOf(counts.reduce((sum, count) => sum + count, 0));
  editor.mark('failure' in file ? [] : diagnosticsOf(file));
  explanation.replaceChildren(...renderExplanation({ file, silent, line: place.line }, editor));
  here.textContent =
    'failure' in file
      ? file.failure.message
      : file.findings
          .filter(({ line }) => line === place.line)
          .map(({ message }) => message)
          .join(' ');
  const text = work.texts[active] ?? '';
  migrated.replaceChildren(...('failure' in file ? [] : renderMigrated(text, file.output, work.language)));
  helper.textContent =
    'failure' in file
      ? ''
      : file.output === text
        ? 'The codemod leaves this file as it is.'
        : file.helper === undefined
          ? 'No helper is needed.'
          : `It also writes the helper, ${file.helper}.`;
  renderTabs(counts);
}

function summaryOf(count: number): string {
  return count === 0 ? 'No findings' : count === 1 ? '1 finding' : `${count.toString()} findings`;
}

function renderTabs(counts: readonly number[]): void {
  tabs.hidden = work.texts.length === 1;
  const focused = [...tabs.children].indexOf(document.activeElement ?? tabs);
  tabs.replaceChildren(
    ...pathsOf(work).map((path, index) => {
      const count = counts[index] ?? 0;
      const tab = element(
        'button',
        { type: 'button', 'aria-pressed': String(index === active) },
        path,
        ...(count === 0 ? [] : [element('span', { class: 'count' }, summaryOf(count))]),
      );
      tab.addEventListener('click', () => {
        openFile(index);
      });
      return tab;
    }),
  );
  if (focused >= 0) (tabs.children[focused] as HTMLElement).focus();
}

function openFile(index: number): void {
  active = index;
  editor.open(work.texts[index] ?? '', work.language, `Code of ${pathsOf(work)[index] ?? ''}`);
  renderTabs([]);
  analyse();
}

/** Switches to other work, and keeps the same file open if there is one at its index. */
function begin(next: Work): void {
  work = next;
  select.value = next.example.id;
  for (const choice of languages.querySelectorAll('input')) choice.checked = choice.value === next.language;
  openFile(Math.min(active, next.texts.length - 1));
}

async function beginFromAddress(): Promise<void> {
  const found = await fromAddress(location.hash.slice(1), examples);
  active = 0;
  begin(found ?? workOn(examples[0], 'ts'));
}

select.addEventListener('change', () => {
  const example = examples.find(({ id }) => id === select.value);
  active = 0;
  if (example !== undefined) begin(workOn(example, work.language));
  writeAddress();
});
languages.addEventListener('change', (event) => {
  begin(inLanguage(work, (event.target as HTMLInputElement).value as Language));
  writeAddress();
});
share.addEventListener('click', () => {
  toAddress(work)
    .then(async (address) => {
      history.replaceState(null, '', `#${address}`);
      await navigator.clipboard.writeText(location.href);
      status.textContent = 'The link to your code is copied.';
    })
    .catch(() => {
      status.textContent = 'The link could not be copied: take it from the address bar.';
    });
});
window.addEventListener('hashchange', () => void beginFromAddress());
select.replaceChildren(...examples.map(({ id, title }) => element('option', { value: id }, title)));
await beginFromAddress();
