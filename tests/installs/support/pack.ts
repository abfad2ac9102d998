import './setup.ts';
import { inject } from 'vitest';

/** The absolute path of the package as it would be published, packed once for the whole run. */
export function tarball(): Promise<string> {
  return Promise.resolve(inject('tarball'));
}
