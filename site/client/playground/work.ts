import type { Project } from '../../engine/project.ts';
import type { Example, Language } from './examples.ts';
import { readManifest, readOptions } from '../../engine/inputs.ts';
import { manifestOf } from './examples.ts';

/** A text that the visitor can edit. */
export interface Text {
  /** For code, the path in the package. */
  readonly path: string;
  readonly text: string;
}

/** The editor's content: an example, and the visitor's changes to it. */
export interface Work {
  readonly example: Example;
  readonly language: Language;
  readonly files: readonly Text[];
  readonly manifest: string;
  /** The rule's options, as JSON. */
  readonly options: string;
}

const MANIFEST = 'package.json';
const OPTIONS = 'options.json';
const NO_OPTIONS = '{}\n';
/** A path in the package that the engine reads. */
const CODE_PATH = /^(?:[\w.[\]()@-]+\/)*[\w.[\]()@-]+\.[cm]?[jt]sx?$/;

export function workOn(example: Example, language: Language): Work {
  return {
    example,
    language,
    files: example.files.map((file) => ({ path: `${file.path}.${language}`, text: file[language] })),
    manifest: manifestOf(example),
    options: NO_OPTIONS,
  };
}

/** All texts: the code, package.json, and the options. */
export function textsOf({ files, manifest, options }: Work): readonly Text[] {
  return [...files, { path: MANIFEST, text: manifest }, { path: OPTIONS, text: options }];
}

export function isOptions(path: string): boolean {
  return path === OPTIONS;
}

/** @param index - in `textsOf` */
export function withText(work: Work, index: number, text: string): Work {
  const path = textsOf(work)[index]?.path;
  if (path === OPTIONS) return { ...work, options: text };
  if (path === MANIFEST) return { ...work, manifest: text };
  return { ...work, files: work.files.map((file, at) => (at === index ? { ...file, text } : file)) };
}

/** The same work in the other language. Unchanged code is replaced by its other version; changed code stays. */
export function inLanguage(work: Work, language: Language): Work {
  const files = isSame(work.files, workOn(work.example, work.language).files)
    ? workOn(work.example, language).files
    : work.files.map(({ path, text }) => ({ path: path.replace(/[jt](?=sx?$)/, language.slice(0, 1)), text }));
  return { ...work, language, files };
}

/** With one more file, which is empty; it is the last of the code. */
export function withNewFile(work: Work): Work {
  const folder = work.files[0]?.path.replace(/[^/]*$/, '') ?? '';
  const isTaken = (path: string): boolean => work.files.some((file) => file.path === path);
  let path = `${folder}file.${work.language}`;
  for (let count = 2; isTaken(path); count += 1) path = `${folder}file${count.toString()}.${work.language}`;
  return { ...work, files: [...work.files, { path, text: '' }] };
}

export function withoutFile(work: Work, index: number): Work {
  return { ...work, files: work.files.filter((_, at) => at !== index) };
}

/** With another path for a file; undefined if the path is taken, or names no code. */
export function renamed(work: Work, index: number, path: string): Work | undefined {
  if (!CODE_PATH.test(path) || work.files.some((file, at) => at !== index && file.path === path)) return undefined;
  return { ...work, files: work.files.map((file, at) => (at === index ? { ...file, path } : file)) };
}

/** What the engine is asked about; or what is wrong with the JSON that the visitor typed. */
export function projectOf({ files, manifest, options }: Work): Project | { readonly fault: string } {
  const checked = readManifest(manifest);
  if ('fault' in checked) return { fault: `${MANIFEST}: ${checked.fault}` };
  const read = readOptions(options);
  if ('fault' in read) return { fault: `${OPTIONS}: ${read.fault}` };
  return { files, manifest: checked.value, options: read.value };
}

/** The parts that the visitor has changed. */
export type Changes = Partial<Pick<Work, 'files' | 'manifest' | 'options'>>;

export function changesIn({ files, manifest, options, example, language }: Work): Changes {
  const before = workOn(example, language);
  return {
    ...(isSame(files, before.files) ? {} : { files }),
    ...(manifest === before.manifest ? {} : { manifest }),
    ...(options === before.options ? {} : { options }),
  };
}

function isSame(files: readonly Text[], others: readonly Text[]): boolean {
  return JSON.stringify(files) === JSON.stringify(others);
}
