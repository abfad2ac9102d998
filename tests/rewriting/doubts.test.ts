import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/rewriting/edit.ts';
import { withoutDoubts } from '../../src/rewriting/doubts.ts';
import { applyEdits, close, open, replace } from '../../src/rewriting/edit.ts';
import { faultInWords } from '../../src/rewriting/verify-words.ts';
import { planned } from '../support/rewritten.ts';
import { setUp } from '../support/engine.ts';

describe('the words of a planned text', () => {
  const TEXT = 'const a = run(x); // why\nvoid b;\n';
  const faultOf = (edits: readonly Edit[], after = applyEdits(TEXT, edits), path = 'app.ts'): string | undefined =>
    faultInWords(path, TEXT, after, edits);

  it.each<[what: string, edits: Edit[]]>([
    ['an insertion around an expression', [open(10, 'fireTask('), close(16, ", 'run')")]],
    ['a word that is taken away', [replace(25, 30, '')]],
    ['a word for a word', [replace(25, 29, 'await')]],
  ])('are right with %s', (_, edits) => {
    expect(faultOf(edits)).toBeUndefined();
  });

  it.each<[what: string, edits: Edit[], fault: string]>([
    ['words that run together', [open(10, 'await')], 'would change the word at offset 10, which nothing was to touch'],
    ['half a word taken away', [replace(10, 11, '')], 'would cut the word at offset 10'],
    [
      'a comment that swallows what follows',
      [close(16, ' //')],
      'would change the word at offset 16, which nothing was to touch',
    ],
    ['code that is none', [open(10, '(')], "would not parse with jscodeshift's parser"],
  ])('are wrong with %s', (_, edits, fault) => {
    expect(faultOf(edits)).toBe(fault);
  });

  it('are wrong when something else differs', () => {
    expect(faultOf([], TEXT.replace('why', 'because'))).toBe('would differ outside its edits');
  });

  it('are read as the file is: types, JSX and Flow', () => {
    expect(
      faultInWords('a.ts', 'const a = <T>b;', 'const a = f(<T>b);', [open(10, 'f('), close(14, ')')]),
    ).toBeUndefined();
    expect(
      faultInWords('a.tsx', 'const a = <T>b</T>;', 'const a = f(<T>b</T>);', [open(10, 'f('), close(18, ')')]),
    ).toBeUndefined();
  });

  it('say nothing of a file that this parser cannot read either', () => {
    expect(faultInWords('a.ts', 'const = 1;', 'const = 2;', [])).toBeUndefined();
  });
});

describe('the second analysis', () => {
  const CODE =
    "import express from 'express';\nasync function run(x) { await x; }\nexpress().post('/', (req, res) => {\n  run(1);\n  res.end();\n});\n";

  it('finds nothing in a plan as it is', () => {
    const plan = planned(CODE);
    expect(withoutDoubts(plan, setUp({ reach: 'file' }, undefined))).toBe(plan);
  });

  it('finds what a rewrite did not mend, and gives the file up', () => {
    const plan = planned(CODE);
    const at = CODE.indexOf('run(1)');
    const edits = [open(at, 'void ')];
    const given = withoutDoubts(
      { ...plan, edits, output: applyEdits(CODE, edits) },
      setUp({ reach: 'file' }, undefined),
    );
    expect(given).toMatchObject({
      rewrites: [],
      edits: [],
      output: CODE,
      skips: [
        {
          code: 'not-verified',
          reason:
            'The rewritten file would still lose the promise of `run(…)`: rewrite it by hand, and please report it.',
        },
      ],
    });
  });
});
