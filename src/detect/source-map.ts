import { existsSync, readFileSync } from 'node:fs';
import { findSourceMap, SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Lines and columns are 1-based. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Mapped {
  readonly map: SourceMap;
  /** The folder that the map's sources are relative to. */
  readonly folder: string;
}

/** How many files are kept at most, as they were when first read. */
const MOST_FILES = 500;

/** Maps positions in the running code to those in its sources. */
export class Sources {
  readonly #texts = new Map<string, string | undefined>();
  readonly #maps = new Map<string, Mapped | undefined>();

  /** The text of a file on disk, or of a source in a source map; undefined if there is neither. */
  textOf(file: string): string | undefined {
    if (!this.#texts.has(file)) this.#keep(this.#texts, file, readText(file));
    return this.#texts.get(file);
  }

  /** Where a position of a script was written; the position itself if no source map contains it. */
  originOf(position: Position): Position {
    const mapped = this.#mapOf(position.file);
    if (mapped === undefined) return position;
    const entry = mapped.map.findEntry(position.line - 1, position.column - 1);
    if (!('originalSource' in entry) || typeof entry.originalSource !== 'string') return position;
    const file = pathOf(entry.originalSource, mapped.folder);
    this.#keepContent(file, entry.originalSource, mapped.map);
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }

  #mapOf(file: string): Mapped | undefined {
    if (!this.#maps.has(file)) this.#keep(this.#maps, file, this.#readMap(file));
    return this.#maps.get(file);
  }

  #readMap(file: string): Mapped | undefined {
    // Node has the map if the program was started with --enable-source-maps.
    const known = findSourceMap(file);
    if (known !== undefined) return { map: known, folder: dirname(file) };
    const text = this.textOf(file);
    const address = text === undefined ? undefined : addressIn(text);
    if (address === undefined) return undefined;
    try {
      const data = /^data:[^,]*,/.exec(address);
      // The address is a URL: `%5Bid%5D.js.map` for `[id].js.map`.
      const path = data === null ? fileURLToPath(new URL(address, pathToFileURL(file))) : file;
      const json =
        data === null
          ? readFileSync(path, 'utf8')
          : Buffer.from(address.slice(data[0].length), data[0].endsWith(';base64,') ? 'base64' : 'utf8').toString();
      return {
        map: new SourceMap(JSON.parse(json) as ConstructorParameters<typeof SourceMap>[0]),
        folder: dirname(path),
      };
    } catch {
      return undefined;
    }
  }

  #keepContent(file: string, source: string, map: SourceMap): void {
    if (this.#texts.has(file) || existsSync(file)) return;
    const { sources, sourcesContent } = map.payload as { sources: string[]; sourcesContent?: (string | null)[] };
    this.#keep(this.#texts, file, sourcesContent?.[sources.indexOf(source)] ?? undefined);
  }

  #keep<Value>(kept: Map<string, Value>, file: string, value: Value): void {
    const [oldest] = kept.keys();
    if (kept.size >= MOST_FILES && oldest !== undefined) kept.delete(oldest);
    kept.set(file, value);
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The address in the last `sourceMappingURL` comment of a file. */
function addressIn(text: string): string | undefined {
  const mark = '//# sourceMappingURL=';
  const start = text.lastIndexOf(mark);
  return start === -1 ? undefined : /^\S*/.exec(text.slice(start + mark.length))?.[0];
}

/** A source of a map as a path; bundlers write `webpack://name/./src/a.ts`. */
function pathOf(source: string, folder: string): string {
  if (source.startsWith('file:')) return fileURLToPath(source);
  const [, bundled] = /^[a-z][\w+.-]+:\/\/[^/]*\/(.*)$/i.exec(source) ?? [];
  return bundled === undefined ? resolve(folder, source) : resolve(bundled.split('?', 1)[0] ?? bundled);
}
