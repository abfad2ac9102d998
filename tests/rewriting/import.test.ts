import { describe, expect, it } from 'vitest';
import { rewritten } from '../support/rewritten.ts';

const ROUTE = `async function run(x) { await x; }
/** @type {import('express').RequestHandler} */
`;

/** A handler that needs the tracker, below the head of a file. */
function withHead(head: string, handler = 'export const create = (req, res) => { run(1); res.end(); };'): string {
  return `${head}${ROUTE}${handler}\n`;
}

function headOf(code: string, file?: string, cut = ROUTE): string {
  const after = rewritten(code, file);
  expect(after).toContain('ire');
  expect(rewritten(after, file), 'a second run changes nothing').toBe(after);
  return after.slice(0, after.indexOf(cut));
}

describe('the import of the helper', () => {
  it.each([
    [
      'after the last import',
      "import a from 'a';\nimport b from './b.js'; // b\n\n",
      "import a from 'a';\nimport b from './b.js'; // b\nimport { fireTask } from './lib/fire-task.js';\n\n",
    ],
    [
      'in double quotes',
      'import a from "a";\n\n',
      'import a from "a";\nimport { fireTask } from "./lib/fire-task.js";\n\n',
    ],
    [
      'in tight braces',
      "import {a} from './a.js';\n\n",
      "import {a} from './a.js';\nimport {fireTask} from './lib/fire-task.js';\n\n",
    ],
    ['after a directive', "'use server';\n\n", "'use server';\n\nimport { fireTask } from './lib/fire-task.js';\n\n"],
    [
      'right after a directive without a blank line',
      "'use server';\n",
      "'use server';\nimport { fireTask } from './lib/fire-task.js';\n",
    ],
    [
      'after a directive and above the comment of the first statement',
      "'use server';\n\n/** Runs it. */\n",
      "'use server';\n\nimport { fireTask } from './lib/fire-task.js';\n\n/** Runs it. */\n",
    ],
    [
      'after a hashbang and a licence',
      '#!/usr/bin/env node\n/* MIT License */\n\n',
      "#!/usr/bin/env node\n/* MIT License */\n\nimport { fireTask } from './lib/fire-task.js';\n\n",
    ],
    [
      'above the comment of the first statement',
      '/** Runs it. */\n',
      "import { fireTask } from './lib/fire-task.js';\n\n/** Runs it. */\n",
    ],
    [
      'below a word to a tool',
      '/* eslint-disable no-console */\n',
      "/* eslint-disable no-console */\nimport { fireTask } from './lib/fire-task.js';\n\n",
    ],
    [
      'before a semicolon that guards the first line',
      ';(() => x())()\nconst a = 1\nconst b = 1\nconst c = 1\nconst d = 1\nconst e = 1\nconst f = 1\nconst g = 1\nconst h = 1\n\n',
      "import { fireTask } from './lib/fire-task.js'\n\n;(() => x())()\nconst a = 1\nconst b = 1\nconst c = 1\nconst d = 1\nconst e = 1\nconst f = 1\nconst g = 1\nconst h = 1\n\n",
    ],
    ['in a file without a head', '', "import { fireTask } from './lib/fire-task.js';\n\n"],
    [
      'not again when it is there',
      "import { fireTask } from './lib/fire-task.js';\n\n",
      "import { fireTask } from './lib/fire-task.js';\n\n",
    ],
    [
      'into an import of something else from it',
      "import { activeTasks } from './lib/fire-task.js';\n\n",
      "import { activeTasks, fireTask } from './lib/fire-task.js';\n\n",
    ],
    [
      'into an import of its types',
      "import type { Task, TaskStatus } from './lib/fire-task.js';\n\n",
      "import { fireTask, type Task, type TaskStatus } from './lib/fire-task.js';\n\n",
    ],
    [
      'beside an import of all its types',
      "import type * as tasks from './lib/fire-task.js';\n\n",
      "import type * as tasks from './lib/fire-task.js';\nimport { fireTask } from './lib/fire-task.js';\n\n",
    ],
    [
      'into a list with a line for each and a comment beside the last',
      "import {\n  activeTasks,\n  drainTasks // at shutdown\n} from './lib/fire-task.js';\n\n",
      "import {\n  activeTasks,\n  drainTasks, // at shutdown\n  fireTask\n} from './lib/fire-task.js';\n\n",
    ],
    [
      'into a list that ends on the line of its last name',
      "import {\n  activeTasks,\n  drainTasks } from './lib/fire-task.js';\n\n",
      "import {\n  activeTasks,\n  drainTasks,\n  fireTask } from './lib/fire-task.js';\n\n",
    ],
    [
      'into a list that ends on the line of its last comma',
      "import {\n  activeTasks,\n  drainTasks, } from './lib/fire-task.js';\n\n",
      "import {\n  activeTasks,\n  drainTasks,\n  fireTask, } from './lib/fire-task.js';\n\n",
    ],
    [
      'between an import and what follows on its line',
      "import a from 'a'; a();\n",
      "import a from 'a'; import { fireTask } from './lib/fire-task.js'; a();\n",
    ],
    [
      'after an import without a semicolon that a comment over lines stands beside',
      "import a from 'a' /* of\n a */\n",
      "import a from 'a'; import { fireTask } from './lib/fire-task.js'; /* of\n a */\n",
    ],
    [
      'into a list with a line for each',
      "import {\n  activeTasks,\n  drainTasks,\n} from './lib/fire-task.js';\n\n",
      "import {\n  activeTasks,\n  drainTasks,\n  fireTask,\n} from './lib/fire-task.js';\n\n",
    ],
  ])('goes %s', (_, before, after) => {
    expect(headOf(withHead(before), before.includes('import type') ? 'app.mts' : 'app.mjs')).toBe(after);
  });

  it('is not needed with a namespace import', () => {
    expect(rewritten(withHead("import * as tasks from './lib/fire-task.js';\n"), 'app.mjs')).toContain(
      "tasks.fireTask(run(1), 'run');",
    );
  });

  it('gets another local name where its own is taken', () => {
    const after = rewritten(withHead('const fireTask = 1;\n'), 'app.mjs');
    expect(after).toContain("import { fireTask as fireTrackedTask } from './lib/fire-task.js';");
    expect(after).toContain("fireTrackedTask(run(1), 'run');");
    const shadowed = rewritten(
      withHead(
        "import { fireTask } from './lib/fire-task.js';\n",
        'export const create = (req, res) => { const fireTask = 1; run(fireTask); res.end(); };',
      ),
      'app.mjs',
    );
    expect(shadowed).toContain("fireTrackedTask(run(fireTask), 'run');");
  });

  it('gets a number where the other name is taken, too', () => {
    const after = rewritten(withHead('const fireTask = 1, fireTrackedTask = 2;\n'), 'app.mjs');
    expect(after).toContain("import { fireTask as fireTrackedTask2 } from './lib/fire-task.js';");
    expect(after).toContain("fireTrackedTask2(run(1), 'run');");
  });

  it('is an import in a file that exports, whatever its ending', () => {
    expect(rewritten(withHead(''), 'app.js')).toContain("import { fireTask } from './lib/fire-task';\n");
  });

  const COMMON = 'exports.create = (req, res) => { run(1); res.end(); };';
  it.each([
    [
      'after the last require',
      "'use strict';\n\nconst a = require('a');\nconst { b } = require('./b');\n\n",
      "'use strict';\n\nconst a = require('a');\nconst { b } = require('./b');\nconst { fireTask } = require('./lib/fire-task');\n\n",
    ],
    ['after a directive', "'use strict';\n\n", "'use strict';\n\nconst { fireTask } = require('./lib/fire-task');\n\n"],
    [
      'before one that is required for its effects, apart from the list',
      "const a = require('a');\n\n// signs in\nrequire('./passport');\n\n",
      "const a = require('a');\nconst { fireTask } = require('./lib/fire-task');\n\n// signs in\nrequire('./passport');\n\n",
    ],
    [
      'after one for its effects that is part of the list',
      "const a = require('a');\nrequire('./env');\n\n",
      "const a = require('a');\nrequire('./env');\nconst { fireTask } = require('./lib/fire-task');\n\n",
    ],
    [
      'with an ending where the file writes endings',
      "const b = require('./b.js');\n",
      "const b = require('./b.js');\nconst { fireTask } = require('./lib/fire-task.js');\n",
    ],
    [
      'above a variable without a value',
      "const b = require('./b.js');\nlet x;\n",
      "const b = require('./b.js');\nconst { fireTask } = require('./lib/fire-task.js');\nlet x;\n",
    ],
    [
      'with another local name where its own is taken',
      "const fireTask = require('./b.js');\n",
      "const fireTask = require('./b.js');\nconst { fireTask: fireTrackedTask } = require('./lib/fire-task.js');\n",
    ],
    [
      'not again when it is there',
      "const { fireTask } = require('./lib/fire-task');\n",
      "const { fireTask } = require('./lib/fire-task');\n",
    ],
  ])('is a require in CommonJS, %s', (_, before, after) => {
    expect(headOf(withHead(before, COMMON), 'app.js')).toBe(after);
  });

  it('leaves semicolons out where the file does', () => {
    const file =
      "import a from 'a'\nasync function run(x) { await x }\n/** @type {import('express').RequestHandler} */\nexport const create = (req, res) => {\n  run(1)\n  res.end()\n}\n";
    const after = rewritten(file, 'app.mjs');
    expect(after).toContain("import a from 'a'\nimport { fireTask } from './lib/fire-task.js'\nasync");
    expect(after).toContain("  fireTask(run(1), 'run')\n  res.end()");
  });

  it('leaves a semicolon to the line that begins with it', () => {
    const after = rewritten(
      `const a = require('a')\n;[1].map(String)\n${ROUTE}exports.create = (req, res) => { run(1); res.end() }\n`,
      'app.js',
    );
    expect(after).toMatch(
      /^const a = require\('a'\)\nconst \{ fireTask \} = require\('\.\/lib\/fire-task'\);?\n;\[1\]/,
    );
  });

  it('keeps a byte order mark, Windows line endings and tabs', () => {
    const before = withHead("import a from 'a';\r\n\r\n")
      .replace(/(?<!\r)\n/g, '\r\n')
      .replace('{ run(1)', '{\r\n\trun(1)');
    const after = rewritten(before, 'app.mjs');
    expect(after).toContain("import a from 'a';\r\nimport { fireTask } from './lib/fire-task.js';\r\n\r\n");
    expect(after).toContain("{\r\n\tfireTask(run(1), 'run');");
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
