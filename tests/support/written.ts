import type { Launch } from '../../src/promises/launch.ts';
import { launchIn } from './launches.ts';

const MANIFEST = '{ "name": "acme", "version": "1.0.0", "types": "index.d.ts" }';

/** Declarations and a call of what they declare, which is exported as `api` or as types. */
export interface Written {
  /** All names that are used are exported: `export declare const api: …`. */
  readonly declarations: string;
  /** What the code imports of it: `api`, `Repo, type User`. */
  readonly names: string;
  readonly code: string;
}

/** What the oracle says of the call, by where the declarations stand: the file itself, another file, or a package. */
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
