import type { Finding } from '../../src/findings/finding.ts';
import type { UserOptions } from '../../src/findings/options.ts';
import type { Source } from '../../src/syntax/source.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { findUntracked } from './engine.ts';
import { expectNotPassedOver } from './passed-over.ts';

/** Parses code that must parse; the path need not exist. */
export function sourceFrom(code: string, path = '/virtual/app.ts'): Source {
  const source = parse(path, code);
  if (isParseFailure(source)) throw new Error(`${path}:${source.line.toString()} ${source.message}`);
  return source;
}

export function findingsIn(code: string, options: UserOptions = {}, path?: string): readonly Finding[] {
  const source = sourceFrom(code, path);
  expectNotPassedOver(source);
  return findUntracked(source, completeOptions({ reach: 'file', ...options }));
}
