import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { UserOptions } from '../../src/findings/options.ts';
import { findUntracked } from './engine.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { whereOf } from '../../src/findings/wording.ts';
import { positionAt } from '../../src/syntax/position.ts';
import { sourceFrom } from './findings.ts';
import { expectNotPassedOver } from './passed-over.ts';

/** Files by their path in the test's folder; a value of the form `{ target }` is a symbolic link. */
export type Files = Readonly<Record<string, string | { readonly target: string }>>;

/** A package that uses Express, unless the test provides its own package.json. If that is empty, none is written. */
const MANIFEST = '{ "name": "server", "type": "module", "dependencies": { "express": "5" } }';
const CODE = /\.[cm]?[jt]sx?$/;

/** Writes the files and returns the folder, which goes when the test ends. */
export function written(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-inputs-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const all: Files = { 'package.json': MANIFEST, ...files };
  for (const [path, content] of Object.entries(all)) {
    if (path === 'package.json' && content === '') continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(root, path), content);
    else symlinkSync(content.target, join(root, path));
  }
  return root;
}

/**
 * Each line that ends in `//!` has one finding, and no other line has one. Words after the mark must be part of the
 * finding's `where`: `//! POST /a (rename)`.
 */
export function reaches(title: string, files: Files, options: UserOptions = {}): void {
  it(title, () => {
    const root = written(files);
    const { expected, found } = findingsOf(root, files, options);
    expect(found.map(({ place }) => place)).toEqual(expected.map(({ place }) => place));
    for (const [index, { words }] of expected.entries()) {
      if (words !== '') expect(found[index]?.where).toContain(words);
    }
  });
}

/** The findings that the marks expect, and those found when the files are linted in the given order. */
export function findingsOf(
  root: string,
  files: Files,
  options: UserOptions = {},
  order: (paths: string[]) => string[] = (paths) => paths,
): { expected: { place: string; words: string }[]; found: { place: string; where: string }[] } {
  const expected: { place: string; words: string }[] = [];
  const found: { place: string; where: string }[] = [];
  const paths = Object.keys(files).filter(
    (path) => CODE.test(path) && !path.includes('node_modules') && !path.endsWith('.d.ts'),
  );
  for (const path of order(paths)) {
    const text = files[path];
    if (typeof text !== 'string') continue;
    for (const [index, line] of text.split('\n').entries()) {
      const mark = /\/\/!(.*)$/.exec(line);
      if (mark !== null) expected.push({ place: `${path}:${(index + 1).toString()}`, words: (mark[1] ?? '').trim() });
    }
    const source = sourceFrom(text, join(root, path));
    expectNotPassedOver(source);
    for (const finding of findUntracked(source, completeOptions(options))) {
      const { line } = positionAt(text, finding.node.range[0]);
      found.push({ place: `${path}:${line.toString()}`, where: whereOf(finding).replaceAll('`', '') });
    }
  }
  return { expected, found };
}
