import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/rewriting/edit.ts';
import { applyEdits, close, open, replace } from '../../src/rewriting/edit.ts';
import { verifyOutput } from '../../src/rewriting/verify.ts';
import { sourceFrom } from '../support/findings.ts';

/** What is said of a text after edits that are to add one task. */
function faultOf(code: string, edits: readonly Edit[], callees: readonly string[] = ['fireTask']): string | undefined {
  return verifyOutput(sourceFrom(code), applyEdits(code, edits), edits, callees);
}

const STATEMENT = 'const a = 1;\nrun(a);\n';
const AT = STATEMENT.indexOf('run');

describe('a planned text', () => {
  it('passes when a task was put around a call', () => {
    expect(faultOf(STATEMENT, [open(AT, 'fireTask('), close(AT + 6, ", 'run')")])).toBeUndefined();
  });

  it('passes when a void was taken away', () => {
    const code = 'void run(1);';
    expect(faultOf(code, [replace(0, 5, ''), open(0, 'fireTask('), close(11, ", 'run')")])).toBeUndefined();
  });

  it('is refused when it does not parse', () => {
    expect(faultOf(STATEMENT, [open(AT, 'fireTask(')])).toMatch(/^The rewritten file would not parse \(line \d+: /);
  });

  it('is refused when a line would go on with the one before', () => {
    const code = 'const b = 2\n;(run)(b)\n';
    expect(faultOf(code, [replace(11, 13, '\n'), close(code.length - 1, "\nfireTask(b, 'b')")])).toMatch(
      /would change what stands at offset/,
    );
    const hidden = '(run)(1)\nrun(2)\n';
    expect(
      faultOf(hidden, [
        open(0, "const { fireTask } = require('./fire-task')\n"),
        open(9, 'fireTask('),
        close(15, ", 'run')"),
      ]),
    ).toMatch(/would change what stands at offset 0/);
  });

  it('is refused when the task ends up in a comment', () => {
    const code = '// run(0)\nrun(1);\n';
    expect(faultOf(code, [open(3, 'fireTask('), close(9, ", 'run')")])).toMatch(/0 new tasks in place of 1/);
  });

  it('is refused when the edits have moved something else', () => {
    const edits = [open(AT, 'fireTask('), close(AT + 6, ", 'run')")];
    const output = applyEdits(STATEMENT, edits).replace('const a', 'const  a');
    expect(verifyOutput(sourceFrom(STATEMENT), output, edits, ['fireTask'])).toMatch(
      /would change what stands at offset 6/,
    );
  });
});
