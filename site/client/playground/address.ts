import type { Example } from './examples.ts';
import type { Changes, Text, Work } from './work.ts';
import { changesIn, workOn } from './work.ts';

/** The fragment of an address: `express/ts`, followed by the visitor's changes, compressed. */
export async function toAddress(work: Work): Promise<string> {
  const name = `${work.example.id}/${work.language}`;
  const changes = changesIn(work);
  return Object.keys(changes).length === 0 ? name : `${name}/${await packed(JSON.stringify(changes))}`;
}

/** The work in an address; undefined if the address is invalid or truncated. */
export async function fromAddress(address: string, examples: readonly Example[]): Promise<Work | undefined> {
  const [id, language, text] = address.split('/');
  const example = examples.find((candidate) => candidate.id === id);
  if (example === undefined || (language !== 'ts' && language !== 'js')) return undefined;
  const work = workOn(example, language);
  if (text === undefined) return work;
  try {
    const changes: unknown = JSON.parse(await unpacked(text));
    return areChanges(changes) ? { ...work, ...changes } : undefined;
  } catch {
    return undefined;
  }
}

function areChanges(value: unknown): value is Changes {
  if (typeof value !== 'object' || value === null) return false;
  const { files, manifest, options } = value as Record<string, unknown>;
  return (
    (files === undefined || (Array.isArray(files) && files.length > 0 && files.every(isText))) &&
    [manifest, options].every((text) => text === undefined || typeof text === 'string')
  );
}

function isText(value: unknown): value is Text {
  const { path, text } = (value ?? {}) as Record<string, unknown>;
  return typeof path === 'string' && typeof text === 'string';
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
