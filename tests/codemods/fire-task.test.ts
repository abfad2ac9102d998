import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { jscodeshiftWith } from '../support/jscodeshift.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { readTrackerHeader } from '../../src/helper/injection.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function packageWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fire-task-codemod-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const jscodeshift = (folder: string, ...args: string[]): ReturnType<typeof jscodeshiftWith> =>
  jscodeshiftWith('fire-task', folder, ...args);

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('jscodeshift with the transform', () => {
  it('rewrites a TypeScript package, writes the helper once, and changes nothing the second time', () => {
    const folder = packageWith({});
    cpSync(join(ROOT, 'tests', 'projects', 'shop-ts'), folder, { recursive: true });
    // In threads of jscodeshift's own, as it starts them without a word about it.
    expect(jscodeshift(folder, '--cpus=2', 'src').stdout).toMatch(/4 ok/);
    expect(read(folder, 'src/orders/place.ts')).toContain(
      "import { notifyWarehouse } from './warehouse.js';\nimport { fireTask } from '../lib/fire-task.js';\n",
    );
    expect(read(folder, 'src/orders/place.ts')).toContain(
      "  fireTask(notifyWarehouse('o-1').catch(console.error), 'notifyWarehouse');\n",
    );
    expect(read(folder, 'src/orders/warehouse.ts')).toContain("fireTask(audit.record('notified'), 'audit.record');");
    expect(readTrackerHeader(read(folder, 'src/lib/fire-task.ts'))?.untouched).toBe(true);
    const after = read(folder, 'src/orders/place.ts');
    expect(jscodeshift(folder, 'src').stdout).toMatch(/0 ok/);
    expect(read(folder, 'src/orders/place.ts')).toBe(after);
  });

  it('writes nothing with --dry', () => {
    const folder = packageWith({});
    cpSync(join(ROOT, 'tests', 'projects', 'shop-ts'), folder, { recursive: true });
    expect(jscodeshift(folder, '--dry', 'src').stdout).toMatch(/4 ok/);
    expect(read(folder, 'src/orders/place.ts')).not.toContain('fireTask');
    expect(existsSync(join(folder, 'src/lib'))).toBe(false);
  });

  it('gives a CommonJS package a helper that it can require', () => {
    const folder = packageWith({});
    cpSync(join(ROOT, 'tests', 'projects', 'shop-cjs'), folder, { recursive: true });
    jscodeshift(folder, 'lib', 'server.js');
    expect(read(folder, 'lib/controller.js')).toContain(
      "const { audit } = require('./audit');\nconst { fireTask } = require('./fire-task');\n",
    );
    const run = spawnSync(
      process.execPath,
      [
        '-e',
        "const c = require('./lib/controller'); c.create({ body: {} }, { status() { return this; }, end() { console.log('answered'); } });",
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(run.stdout).toContain('answered');
    expect(run.stderr).toBe('');
  });

  it('gives an ESM JavaScript package a helper that it can import', () => {
    const folder = packageWith({
      'package.json': '{ "type": "module", "dependencies": { "express": "5" } }',
      'src/app.js':
        "async function run() { await null; console.log('ran'); }\nexport const create = (req, res) => {\n  run();\n  res.end();\n};\n",
    });
    jscodeshift(folder, 'src');
    expect(read(folder, 'src/app.js')).toMatch(
      /^import \{ fireTask \} from '\.\/lib\/fire-task\.js';\n\nasync function run/,
    );
    const run = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { create } = await import(${JSON.stringify(pathToFileURL(join(folder, 'src/app.js')).href)}); create({}, { end() {} });`,
      ],
      { encoding: 'utf8' },
    );
    expect(run.stdout).toBe('ran\n');
  });

  it('leaves a file that does not parse, names it, and goes on', () => {
    const folder = packageWith({
      'package.json': '{ "type": "module", "dependencies": { "express": "5" } }',
      'src/broken.js': 'const = 1;\n',
      'src/app.js': 'async function run() {}\nexport const create = (req, res) => { run(); res.end(); };\n',
    });
    const { stdout } = jscodeshift(folder, 'src');
    expect(stdout).toMatch(/broken\.js.*does not parse \(line 1/);
    expect(stdout).toMatch(/1 errors[\s\S]*1 ok/);
    expect(read(folder, 'src/broken.js')).toBe('const = 1;\n');
  });

  it('keeps a byte order mark and Windows line endings', () => {
    const folder = packageWith({
      'package.json': '{ "type": "module", "dependencies": { "express": "5" } }',
      'src/app.js':
        "\uFEFF'use strict';\r\n\r\nasync function run() {}\r\nexport const create = (req, res) => {\r\n\trun();\r\n\tres.end();\r\n};\r\n",
    });
    jscodeshift(folder, 'src');
    expect(read(folder, 'src/app.js')).toBe(
      "\uFEFF'use strict';\r\n\r\nimport { fireTask } from './lib/fire-task.js';\r\n\r\nasync function run() {}\r\nexport const create = (req, res) => {\r\n\tfireTask(run(), 'run');\r\n\tres.end();\r\n};\r\n",
    );
  });

  it('leaves a file that is not UTF-8, byte by byte', () => {
    const folder = packageWith({ 'package.json': '{ "type": "module", "dependencies": { "express": "5" } }' });
    const bytes = Buffer.from(
      "async function run() {}\nexport const create = (req, res) => { run('caf\u00e9'); res.end(); };\n",
      'latin1',
    );
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/latin.js'), bytes);
    expect(jscodeshift(folder, 'src').stdout).toMatch(/latin\.js.*is not UTF-8 text/);
    expect(readFileSync(join(folder, 'src/latin.js'))).toEqual(bytes);
  });

  it('takes its options from the command line, and says which are wrong', () => {
    const files = {
      'package.json': '{ "type": "module", "dependencies": { "express": "5" } }',
      'src/app.js':
        'async function run() {}\nexport const create = (req, res) => { const { orderId } = req.params; run(orderId); res.end(); };\n',
    };
    const folder = packageWith(files);
    jscodeshift(folder, '--names=ids', '--helper=server/tasks/fire-task.js', 'src');
    expect(read(folder, 'src/app.js')).toContain("import { fireTask } from '../server/tasks/fire-task.js';");
    expect(read(folder, 'src/app.js')).toContain('fireTask(run(orderId), `run:${orderId}`);');
    expect(readTrackerHeader(read(folder, 'server/tasks/fire-task.js'))?.untouched).toBe(true);
    expect(jscodeshift(packageWith(files), '--reach=everywhere', 'src').stdout).toContain(
      '--reach=everywhere is none of handler, file, project, all.',
    );
  });

  it('says once that --parser has no effect', () => {
    const folder = packageWith({
      'package.json': '{ "type": "module", "dependencies": { "express": "5" } }',
      'src/app.js': 'async function run() {}\nexport const create = (req, res) => { run(); res.end(); };\n',
      'src/other.js': 'export const a = 1;\n',
    });
    const { stdout } = jscodeshift(folder, '--parser=flow', 'src');
    expect(stdout.match(/--parser=flow has no effect: files are parsed by oxc-parser/g)).toHaveLength(1);
    expect(read(folder, 'src/app.js')).toContain("fireTask(run(), 'run');");
  });

  it('says what it leaves to a person', () => {
    const folder = packageWith({
      'package.json': '{ "type": "module", "dependencies": { "express": "5" } }',
      'src/app.js': 'async function load() {}\nexport const show = (req, res) => {\n  res.json(load());\n};\n',
    });
    expect(jscodeshift(folder, 'src').stdout).toMatch(
      /app\.js line 3: load is left as it is\. The function around it is not async/,
    );
  });

  it('writes no helper over another file of its name', () => {
    const folder = packageWith({
      'package.json': '{ "type": "module", "dependencies": { "express": "5" } }',
      'lib/fire-task.js': 'export const spark = 1;\n',
      'app.js': 'async function run() {}\nexport const create = (req, res) => { run(); res.end(); };\n',
    });
    expect(jscodeshift(folder, 'app.js').stdout).toMatch(/fire-task\.js is another file that does not export fireTask/);
    expect(read(folder, 'lib/fire-task.js')).toBe('export const spark = 1;\n');
    expect(read(folder, 'app.js')).not.toContain('fireTask');
  });
});
