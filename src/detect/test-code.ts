import { basename, relative, sep } from 'node:path';
import type { Frame } from './frames.ts';

const TEST = /(?:^|\/)(?:__tests__|tests?|specs?|e2e)\/|\.(?:test|spec|e2e)\.[cm]?[jt]sx?$/;

/** Whether a test runs, by the name of its file. */
export function isOfTest(frames: readonly Frame[]): boolean {
  return frames.some(({ owner, position }) => owner === 'user' && position !== undefined && isTestFile(position.file));
}

function isTestFile(file: string): boolean {
  const path = relative(process.cwd(), file);
  // Folders above the one in which the process runs say nothing.
  return TEST.test(path.startsWith('..') ? basename(file) : path.split(sep).join('/'));
}
