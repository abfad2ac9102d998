import type { UserOptions } from '../../../src/findings/options.ts';
import type { Analysis } from '../../engine/analyse.ts';
import type { Language } from './examples.ts';
import type { Work } from './work.ts';
import type { Question } from './worker.ts';
import { fromAddress, toAddress } from './address.ts';
import { createEditor } from './editor.ts';
import { byId, element } from './elements.ts';
import { startEngine } from './engine.ts';
import { readExamples } from './examples.ts';
import { issueAddress } from './issue.ts';
import { renderOptions } from './options-form.ts';
import { showResults } from './results.ts';
import { renderTabs, summaryOf } from './tabs.ts';
import {
  inLanguage,
  isOptions,
  projectOf,
  renamed,
  textsOf,
  withNewFile,
  withoutFile,
  withText,
  workOn,
} from './work.ts';

/** How long after the last keystroke the engine is asked, and the address written. */
const PAUSE_MS = { analysis: 120, address: 400 };

const examples = readExamples();
const select = byId('example', HTMLSelectElement);
const languages = byId('languages', HTMLFieldSetElement);
const tabs = byId('files', HTMLElement);
const naming = byId('naming', HTMLElement);
const path = byId('path', HTMLInputElement);
const remove = byId('remove', HTMLButtonElement);
const status = byId('status', HTMLElement);
const results = byId('results', HTMLElement);
const optionsForm = byId('options', HTMLElement);
const share = byId('share', HTMLButtonElement);
const issue = byId('issue', HTMLAnchorElement);
const repository = issue.href;

let work: Work = workOn(examples[0], 'ts');
/** The index of the text in the editor. */
let active = 0;
let questions = 0;
/** What `fire-task explain` prints about the line with the cursor. */
let explained = '';
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
      work = withText(work, active, editor.text());
      if (isOptions(openText().path)) showOptions();
      later('address', writeAddress);
    }
    later('analysis', analyse);
  },
);

function openText(): ReturnType<typeof textsOf>[number] {
  return textsOf(work)[active] ?? { path: '', text: '' };
}

function later(what: keyof typeof timers, run: () => void): void {
  clearTimeout(timers[what]);
  timers[what] = window.setTimeout(run, PAUSE_MS[what]);
}

function analyse(): void {
  questions += 1;
  const project = projectOf(work);
  if ('fault' in project) status.textContent = project.fault;
  else ask({ id: questions, project, place: { path: openText().path, line: editor.line() } });
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

function show(analysis: Analysis, question: Question): void {
  const counts = analysis.files.map((each) => ('failure' in each ? 0 : each.findings.length));
  showTabs(counts);
  explained = analysis.line?.explained ?? '';
  const isBroken = showResults(analysis, question, { editor, text: openText().text, language: work.language });
  status.textContent = isBroken ? 'The file does not parse.' : summaryOf(counts.reduce((sum, count) => sum + count, 0));
}

function showTabs(counts: readonly number[]): void {
  renderTabs(tabs, work, active, counts, { open: openAt, add: addFile });
}

function openAt(index: number): void {
  active = index;
  const { path: name, text } = openText();
  const isCode = index < work.files.length;
  naming.hidden = !isCode;
  path.value = name;
  remove.hidden = work.files.length === 1;
  optionsForm.hidden = !isOptions(name);
  results.hidden = isOptions(name);
  editor.open(text, isCode ? work.language : 'json', isCode ? `Code of ${name}` : name);
  showTabs([]);
  if (isOptions(name)) showOptions();
  analyse();
}

/** Keeps the form as it is while the JSON is incomplete. */
function showOptions(): void {
  const project = projectOf(work);
  if ('fault' in project) return;
  optionsForm.replaceChildren(...renderOptions(project.options, changeOptions));
}

function changeOptions(options: UserOptions): void {
  const focused = [...optionsForm.querySelectorAll('input, select')].indexOf(document.activeElement ?? optionsForm);
  work = { ...work, options: `${JSON.stringify(options, null, 2)}\n` };
  openAt(active);
  (optionsForm.querySelectorAll('input, select')[focused] as HTMLElement | undefined)?.focus();
  writeAddress();
}

function addFile(): void {
  work = withNewFile(work);
  openAt(work.files.length - 1);
  path.focus();
  path.select();
  writeAddress();
}

/** Switches to other work, and keeps the same text open if there is one at its index. */
function begin(next: Work): void {
  work = next;
  select.value = next.example.id;
  for (const choice of languages.querySelectorAll('input')) choice.checked = choice.value === next.language;
  openAt(Math.min(active, textsOf(next).length - 1));
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
path.addEventListener('change', () => {
  const next = renamed(work, active, path.value.trim());
  path.setCustomValidity(next === undefined ? 'Write a path that no other file has: src/orders.ts.' : '');
  path.reportValidity();
  if (next === undefined) return;
  begin(next);
  writeAddress();
});
remove.addEventListener('click', () => {
  begin(withoutFile(work, active));
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
// The address is made when the link is used, because it contains the code.
for (const use of ['pointerdown', 'keydown', 'focus'] as const)
  issue.addEventListener(use, () => {
    const { path: name, text } = openText();
    issue.href = issueAddress(repository, { link: location.href, path: name, text, explained, options: work.options });
  });
window.addEventListener('hashchange', () => void beginFromAddress());
select.replaceChildren(...examples.map(({ id, title }) => element('option', { value: id }, title)));
await beginFromAddress();
