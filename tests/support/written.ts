import type { Launch } from '../../src/promises/launch.ts';
import { launchIn } from './launches.ts';

const MANIFEST = '{ "name": "acme", "version": "1.0.0", "types": "index.d.ts" }';

/** Declarations, exported as `api` or as types, and a call of what they declare. */
export interface Written {
  /** All names that the code uses are exported: `export declare const api: …`. */
  readonly declarations: string;
  /** What the code imports from it: `api`, `Repo, type User`. */
  readonly names: string;
  readonly code: string;
}

/** The oracle's answer for the call, by the place of the declarations: the file itself, another file, or a package. */
export function launchesWhereWritten({ declarations, names, code }: Written): Record<string, Launch | undefined> {
  return {
    file: launchIn(`${declarations}\n${code}`),
    import: launchIn(`import { ${names} } from './declared.js';\n${code}`, { 'src/declared.ts': declarations }),
    typings: launchIn(`import { ${names} } from 'acme';\n${code}`, {
      'node_modules/acme/package.json': MANIFEST,
      'node_modules/acme/index.d.ts': declarations,
    }),
  };
}
