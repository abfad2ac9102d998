import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/cli/terminal.ts';
import { ordered } from '../../src/cli/prompt.ts';
import { sandbox } from '../support/sandbox.ts';

const { run, write, read, exists } = sandbox();

const file = (...calls: string[]): string =>
  `import express from 'express';\nimport { audit } from './audit.js';\nexpress().post('/', (req, res) => {\n${calls.map((call) => `  ${call};\n`).join('')}  res.end();\n});\n`;

function shop(): void {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write('src/audit.js', 'export async function audit(x) { await x; }\n');
  write('src/a.js', file('audit(1)', 'audit(2)', 'audit(3)'));
  write('src/b.js', file('audit(4)'));
}

/** Gives the answers one after another, and remembers the questions. */
function answering(...answers: Answer[]): { ask: (question: string) => Promise<Answer>; questions: string[] } {
  const questions: string[] = [];
  return {
    questions,
    ask: (question) => {
      questions.push(question);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`nobody expected to be asked: ${question}`);
      return Promise.resolve(answer);
    },
  };
}

describe('migrate --interactive', () => {
  it('makes the changes that were chosen, and no others', async () => {
    shop();
    const { ask, questions } = answering('yes', 'no', 'yes', 'no');
    const { code, out } = await run(['migrate', '--interactive', 'src'], { ask });
    expect(code).toBe(1);
    expect(questions).toEqual([
      'Rewrite it? (1 of 4)',
      'Rewrite it? (2 of 4)',
      'Rewrite it? (3 of 4)',
      'Rewrite it? (4 of 4)',
    ]);
    expect(read('src/a.js')).toContain("  fireTask(audit(1), 'audit');\n  audit(2);\n  fireTask(audit(3), 'audit');\n");
    expect(read('src/b.js')).toBe(file('audit(4)'));
    expect(out).toContain('\nsrc/a.js:5:3  floating  audit  in POST /\n--- a/src/a.js\n+++ b/src/a.js\n');
    expect(out).toContain('\n2 findings left unchanged, as you chose.');
  });

  it('shows each change by itself, with its import', async () => {
    shop();
    const { ask } = answering('no', 'no', 'no', 'no');
    const { out } = await run(['migrate', '--interactive', 'src'], { ask });
    expect(out.match(/^\+.*fireTask\(/gm)).toHaveLength(4);
    expect(out.match(/^\+import \{ fireTask \}/gm)).toHaveLength(4);
    expect(read('src/a.js')).toBe(file('audit(1)', 'audit(2)', 'audit(3)'));
    expect(exists('src/lib/fire-task.js')).toBe(false);
  });

  it('takes all of a file, and asks again in the next', async () => {
    shop();
    const { ask, questions } = answering('all', 'yes');
    expect((await run(['migrate', '--interactive', 'src'], { ask })).code).toBe(0);
    expect(questions).toHaveLength(2);
    expect(read('src/a.js').match(/fireTask\(/g)).toHaveLength(3);
  });

  it('leaves all that follows when the person quits, and makes what was chosen before', async () => {
    shop();
    const { ask, questions } = answering('yes', 'quit');
    expect((await run(['migrate', '--interactive', 'src'], { ask })).out).toContain('1 finding rewritten in 1 file.');
    expect(questions).toHaveLength(2);
    expect(read('src/a.js').match(/fireTask\(/g)).toHaveLength(1);
    expect(read('src/b.js')).not.toContain('fireTask(');
  });

  it('asks about the drain, too', async () => {
    shop();
    write(
      'src/a.js',
      file('audit(1)').replace('express().post', 'const app = express();\napp.listen(3000);\napp.post'),
    );
    const { ask, questions } = answering('yes', 'yes', 'no');
    const { out } = await run(['migrate', '--interactive', 'src'], { ask });
    expect(questions.at(-1)).toBe('Have the server wait for its tasks at shutdown?');
    expect(out).toContain('\n+drainOnShutdown(app.listen(3000));\n');
    expect(read('src/a.js')).toContain('\napp.listen(3000);');
  });

  it('asks nothing more when the person quits, and leaves the shutdown as it is', async () => {
    shop();
    write(
      'src/a.js',
      file('audit(1)', 'audit(2)').replace('express().post', 'const app = express();\napp.listen(3000);\napp.post'),
    );
    const { ask, questions } = answering('yes', 'quit');
    await run(['migrate', '--interactive', 'src'], { ask });
    expect(questions).toHaveLength(2);
    expect(read('src/a.js')).toContain('\napp.listen(3000);');
    expect(read('src/a.js').match(/fireTask\(/g)).toHaveLength(1);
  });

  it('lists first what Enter does', () => {
    expect(ordered(['yes', 'no', 'all', 'quit'])).toEqual(['no', 'yes', 'all', 'quit']);
    expect(ordered(['yes', 'no'])).toEqual(['no', 'yes']);
  });

  it('says when there is nobody to ask', async () => {
    shop();
    expect(await run(['migrate', '--interactive', 'src'])).toMatchObject({
      code: 2,
      err: 'fire-task: --interactive asks at a terminal, and there is none: leave it out, or name the files that are to be changed.',
    });
  });
});
