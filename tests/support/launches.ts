import type { Launch, Step } from '../../src/promises/launch.ts';
import type { Source } from '../../src/syntax/source.ts';
import { STEPS } from '../../src/promises/launch.ts';
import { createOracle } from '../../src/promises/oracle.ts';
import { outlineOf } from '../../src/syntax/walk.ts';
import { sourceFrom } from './findings.ts';
import { inPackage } from './packages.ts';
import { typedSource } from './typed.ts';
import { recognition } from './engine.ts';

/**
 * The oracle's answer for the last call in a file of a package (the outermost, if several end there), with the given
 * steps.
 */
export function launchIn(
  code: string,
  files: Readonly<Record<string, string>> = {},
  steps: readonly Step[] = STEPS,
  path = 'src/server.ts',
): Launch | undefined {
  return inPackage([], { ...files, [path]: code }, path, (source) => lastLaunch(source, steps));
}

/** The same with type information. */
export function typedLaunchIn(
  code: string,
  files: Readonly<Record<string, string>> = {},
  steps: readonly Step[] = STEPS,
  path = 'src/server.ts',
): Launch | undefined {
  return inPackage([], { ...files, [path]: code }, path, (source) =>
    lastLaunch(typedSource(source.path, source.text), steps),
  );
}

/** The same for a file of this repository, which has its dependencies installed. */
export function launchHere(code: string): Launch | undefined {
  return lastLaunch(sourceFrom(code, `${process.cwd()}/src/not-a-file.ts`), STEPS);
}

function lastLaunch(source: Source, steps: readonly Step[]): Launch | undefined {
  const { calls } = outlineOf(source);
  const end = Math.max(...calls.map(({ range }) => range[1]));
  const last = calls.find(({ range }) => range[1] === end);
  if (last === undefined) throw new Error(`no call in ${source.text}`);
  return createOracle(recognition(), steps).launchOf(last, source);
}
