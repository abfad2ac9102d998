import { fileURLToPath } from 'node:url';
import type { Position, Sources } from './source-map.ts';
import type { CallSites, Formatter, Trace } from './trace.ts';
import { callSitesOf, traceAbove } from './trace.ts';

/**
 * Whose code a frame runs: the server's own; that of a package, of this file or of the helper, which owns what it
 * creates; Node's; or the language's (`Promise.then`, `Array.forEach`), which has no position.
 */
export type Owner = 'user' | 'library' | 'node' | 'builtin';

export interface Frame {
  readonly owner: Owner;
  /** The function's name as V8 reports it; empty if it has none. */
  readonly name: string;
  /** Undefined for built-in functions of the language. */
  readonly position: Position | undefined;
  /** Whether it is a frame of the helper, which owns what it creates. */
  readonly isHelper?: boolean;
}

/** Text that each copy of the helper contains, whatever its file is called. */
const HELPER = /Symbol\.for\(["'`]fire-task@1["'`]\)/;
/** A longer file is a bundle that contains the helper, not the helper itself. */
const LONGEST_HELPER = 60_000;
const PACKAGE = /[\\/]node_modules[\\/]/;
const OWN_HOOKS = 'node:internal/promise_hooks';

/** Reads traces for one process. */
export class FrameReader {
  readonly sources: Sources;
  readonly #calls = new WeakMap<Trace, CallSites>();
  readonly #read = new WeakMap<Trace, readonly Frame[]>();
  /** This file, which contains the whole detector once it is built. */
  readonly #own: string | undefined;

  constructor(sources: Sources) {
    this.sources = sources;
    const [here] = callSitesOf(traceHere()).sites;
    this.#own = here === undefined ? undefined : fileOf(here);
  }

  /** @returns the frames, innermost first */
  framesOf(trace: Trace): readonly Frame[] {
    const known = this.#read.get(trace);
    if (known !== undefined) return known;
    const { sites, formatter } = this.#callsOf(trace);
    const frames = sites.map((site) => this.#frameOf(site, formatter));
    this.#read.set(trace, frames);
    return frames;
  }

  /** Whether the promise was created from another by an `await`, and not by a call such as `then`. */
  isByAwait(trace: Trace): boolean {
    const [innermost] = this.#callsOf(trace).sites;
    return innermost !== undefined && fileOf(innermost) !== undefined;
  }

  #callsOf(trace: Trace): CallSites {
    const known = this.#calls.get(trace);
    if (known !== undefined) return known;
    const { sites, formatter } = callSitesOf(trace);
    const calls = { sites: sites.slice(sites.findIndex((site) => fileOf(site) !== OWN_HOOKS)), formatter };
    this.#calls.set(trace, calls);
    return calls;
  }

  #frameOf(site: NodeJS.CallSite, formatter: Formatter | undefined): Frame {
    const name = site.getFunctionName() ?? '';
    const file = fileOf(site);
    if (file === undefined) return { owner: 'builtin', name, position: undefined };
    const ran = { file, line: site.getLineNumber() ?? 1, column: site.getColumnNumber() ?? 1 };
    if (file.startsWith('node:')) return { owner: 'node', name, position: ran };
    if (PACKAGE.test(file) || file === this.#own) return { owner: 'library', name, position: ran };
    const position = formattedBy(formatter, site, ran) ?? this.sources.originOf(ran);
    if (PACKAGE.test(position.file)) return { owner: 'library', name, position };
    const isHelper = this.#isHelper(position.file);
    return { owner: isHelper ? 'library' : 'user', name, position, isHelper };
  }

  #isHelper(file: string): boolean {
    const text = this.sources.textOf(file);
    return text !== undefined && text.length < LONGEST_HELPER && HELPER.test(text);
  }
}

function traceHere(): Trace {
  return traceAbove(traceHere);
}

function fileOf(site: NodeJS.CallSite): string | undefined {
  const name = site.getFileName() as string | null | undefined;
  if (name === null || name === undefined || name === '') return undefined;
  return name.startsWith('file:') ? fileURLToPath(name) : name;
}

/** Where the program's own stack formatter places a frame, if V8 places it elsewhere. */
function formattedBy(formatter: Formatter | undefined, site: NodeJS.CallSite, ran: Position): Position | undefined {
  if (formatter === undefined) return undefined;
  try {
    const text = formatter(new Error(''), [site]);
    if (typeof text !== 'string') return undefined;
    const [, start = '', line = '', column = ''] =
      /^([^\n]*):(\d+):(\d+)\)?$/.exec(text.trim().split('\n').at(-1) ?? '') ?? [];
    if (line === '') return undefined;
    const place = start.slice(Math.max(start.lastIndexOf('('), start.lastIndexOf(' ')) + 1);
    const file = place.startsWith('file:') ? fileURLToPath(place) : place;
    const same = file === ran.file && Number(line) === ran.line && Number(column) === ran.column;
    return same ? undefined : { file, line: Number(line), column: Number(column) };
  } catch {
    return undefined;
  }
}
