import type { Project } from '../../engine/project.ts';
import type { Example, Language } from './examples.ts';

/** The editor's content: an example, and the visitor's changes to it. */
export interface Work {
  readonly example: Example;
  readonly language: Language;
  /** One for each file of the example. */
  readonly texts: readonly string[];
}

export function workOn(example: Example, language: Language): Work {
  return { example, language, texts: example.files.map((file) => file[language]) };
}

function isUntouched({ example, language, texts }: Work): boolean {
  return example.files.every((file, index) => file[language] === texts[index]);
}

/**
 * The same work in the other language. An unchanged example is replaced by its other version; the visitor's own text
 * stays, with another extension.
 */
export function inLanguage(work: Work, language: Language): Work {
  return isUntouched(work) ? workOn(work.example, language) : { ...work, language };
}

export function pathsOf({ example, language }: Work): string[] {
  return example.files.map(({ path }) => `${path}.${language}`);
}

export function projectOf(work: Work): Project {
  return {
    files: pathsOf(work).map((path, index) => ({ path, text: work.texts[index] ?? '' })),
    dependencies: work.example.dependencies,
  };
}

/** The fragment of an address: `express/ts`, followed by the changed texts, compressed. */
export async function toAddress(work: Work): Promise<string> {
  const name = `${work.example.id}/${work.language}`;
  return isUntouched(work) ? name : `${name}/${await packed(JSON.stringify(work.texts))}`;
}

/** The work in an address; undefined if the address is invalid or truncated. */
export async function fromAddress(address: string, examples: readonly Example[]): Promise<Work | undefined> {
  const [id, language, text] = address.split('/');
  const example = examples.find((candidate) => candidate.id === id);
  if (example === undefined || (language !== 'ts' && language !== 'js')) return undefined;
  if (text === undefined) return workOn(example, language);
  try {
    const texts: unknown = JSON.parse(await unpacked(text));
    const fits =
      Array.isArray(texts) && texts.length === example.files.length && texts.every((part) => typeof part === 'string');
    return fits ? { example, language, texts } : undefined;
  } catch {
    return undefined;
  }
}

async function packed(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function unpacked(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  return new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
