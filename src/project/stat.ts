import type { Stats } from 'node:fs';
import { statSync } from 'node:fs';

/** What is at a path; undefined also below a file, where `statSync` throws. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
