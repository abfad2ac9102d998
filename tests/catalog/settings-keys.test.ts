import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSchemas } from '../../src/catalog/schema.ts';
import { evaluationFor } from '../../src/findings/setup.ts';
import { explainLine } from '../../src/findings/explain.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { messageOf } from '../../src/findings/wording.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { planDrain } from '../../src/rewriting/drain/plan-drain.ts';
import { capturedInTasks } from '../../src/tasks/request-scope.ts';
import { trackerHome } from '../../src/helper/home.ts';
import type { SettingsEntry } from '../support/settings-rows.ts';
import { ROWS_BELOW } from '../support/settings-rows-below.ts';
import { KEEP, ON, ROWS as ROWS_OF_ENTRY, SINK, inOn } from '../support/settings-rows.ts';

/** What a program says under settings, of one file in a package that depends on `@acme/http`. */
function saidOf(code: string, settings: unknown, path = 'src/app.ts'): unknown {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-keys-'));
  try {
    const files = {
      'package.json': '{ "dependencies": { "@acme/http": "1" } }',
      'list.ts': "load('./src/app')",
      [path]: code,
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const workspace = createWorkspace();
    const evaluation = evaluationFor(workspace, settings);
    const source = workspace.files.sourceAt(join(root, path));
    if (source === undefined) throw new Error('The code does not parse.');
    const findings = findUntracked(source, completeOptions(), evaluation);
    const explained = code
      .split('\n')
      .flatMap((_, line) => explainLine(source, line + 1, completeOptions(), evaluation));
    const drain = planDrain(root, trackerHome(workspace.packages.of(source.path), workspace), evaluation);
    return {
      findings: findings.map((finding) => [messageOf(finding), finding.remedies, finding.origin.handler]),
      captured: capturedInTasks(source, 'fireTask', evaluation).map(({ kind }) => kind),
      explained: explained.map(({ silent }) => silent),
      drain: drain.kind === 'none' ? drain.kind : [drain.kind, drain.kind === 'planned' ? drain.output : drain.reason],
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const ROWS = { ...ROWS_OF_ENTRY, ...ROWS_BELOW };

/** Documentation alone: it changes nothing that is found; a page lists it. */
const SAYS_NOTHING: readonly string[] = ['docs', 'versions', 'sinks.accepts', 'sinks.verdict'];
/** Asked with types or typings of a package alone; `tests/promises/` shows what they do. */
const ELSEWHERE: readonly string[] = ['lazyTypes', 'thenables'];

describe('what settings say of a framework reaches every layer', () => {
  it.each(Object.entries(ROWS))('%s', (_key, [code, without, given]) => {
    const settingsOf = (entry: SettingsEntry): unknown => ({
      frameworks: [{ name: 'acme', packages: ['@acme/http'], ...entry }],
    });
    expect(saidOf(code, settingsOf(given))).not.toEqual(saidOf(code, settingsOf(without)));
  });

  it('sinks and launchers beside frameworks', () => {
    const launchers = ['@acme/http#keep()'];
    // What a sink gives back is nothing to await.
    expect(saidOf(KEEP, { frameworks: [ON], launchers, sinks: [SINK] })).not.toEqual(
      saidOf(KEEP, { frameworks: [ON], launchers }),
    );
    const send = inOn('send();', "import { send } from '@acme/http';");
    expect(saidOf(send, { frameworks: [ON], launchers: ['@acme/http#send()'] })).not.toEqual(
      saidOf(send, { frameworks: [ON] }),
    );
  });

  it('there is a row for each key that the schema accepts, at every depth', () => {
    const { entry, settings } = createSchemas();
    const keys = keysOf(entry);
    // The walk comes by rows in lists, in records and beside others.
    expect(keys).toEqual(
      expect.arrayContaining(['runtime', 'answers.withError', 'receivers.from', 'registrations.handlers.argument']),
    );
    const known = [...Object.keys(ROWS), ...SAYS_NOTHING, ...ELSEWHERE];
    expect(keys.filter((key) => !known.includes(key))).toEqual([]);
    const { entries } = settings as unknown as { readonly entries: object };
    expect(Object.keys(entries).sort()).toEqual(['frameworks', 'launchers', 'sinks']);
  });
});

interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  /** What an optional key, a list or a record holds; what a union is one of. */
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly options?: readonly Schema[];
}

/** The keys of an entry, and below them those that may be left out: a row without one of the others is refused. */
function keysOf(schema: unknown, below = ''): string[] {
  const { entries, wrapped, item, value, options = [] } = schema as Schema;
  const own = Object.entries(entries ?? {}).flatMap(([key, each]) => {
    const path = below === '' ? key : `${below}.${key}`;
    return [...(below === '' || each.type === 'exact_optional' ? [path] : []), ...keysOf(each, path)];
  });
  const inside = [wrapped, item, value, ...options].filter((each) => typeof each === 'object');
  return [...new Set([...own, ...inside.flatMap((each) => keysOf(each, below))])];
}
