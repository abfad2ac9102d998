import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run, project, write } = sandbox();

/** The lines below a title. */
function below(out: string, title: string): string[] {
  const [, text = ''] = new RegExp(`(?:^|\\n)${title}\\n([\\s\\S]*?)(?:\\n\\n|$)`).exec(out) ?? [];
  return text.split('\n').map((line) => line.trim());
}

describe('doctor', () => {
  it('says what is checked, by which handlers, and exits 0', async () => {
    project('shop-ts');
    const { code, out, err } = await run(['doctor', 'src']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(below(out, 'Versions')[0]).toMatch(/^fire-task \S+, Node \d+\.\d+\.\d+$/);
    expect(below(out, 'Files')[0]).toBe('9 files checked of 9 files found');
    expect(below(out, 'Package \\.')[0]).toBe('2 handlers of express, known by the call that registers it: sure');
    expect(below(out, 'Package \\.').at(-1)).toMatch(/^\d+ imports of own files, all resolved$/);
    expect(below(out, 'To fix')).toEqual(['nothing']);
    expect(out.split('\n').at(-1)).toBe('Next: npx fire-task report');
  });

  it('counts no handler of the helper', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write(
      'src/app.js',
      "import express from 'express';\nconst app = express();\nconst mail = async () => {};\napp.get('/', (req, res) => { mail(); res.end(); });\napp.listen(3000);\n",
    );
    expect((await run(['migrate'])).out).toContain('Added the helper src/lib/drain-on-shutdown.js');
    const { out } = await run(['doctor']);
    expect(below(out, 'Package \\.').slice(0, -1)).toEqual([
      '1 handler of express, known by the call that registers it: sure',
    ]);
  });

  it('exits 1 where no handler is known, and says where to read on', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write('app.js', 'export const a = 1;\n');
    const { code, out } = await run(['doctor']);
    expect(code).toBe(1);
    expect(below(out, 'Package \\.')[0]).toBe('no handler');
    expect(below(out, 'To fix').join('\n')).toContain(
      'No handler was found in this package, although it depends on express',
    );
    expect(below(out, 'To fix').at(-1)).toContain('docs/guides/troubleshooting.md');
  });

  it('names imports that cannot be resolved, and leaves packages alone', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write(
      'app.js',
      "import express from 'express';\nimport { save } from '@/save';\nimport { mail } from './mail.js';\nexpress().get('/', (req, res) => { save(); mail(); res.end(); });\n",
    );
    write('mail.js', 'export function mail() {}\n');
    write('list.js', "export const list = (name) => `export * from './${name}';`;\n");
    const { code, out } = await run(['doctor']);
    expect(code).toBe(0);
    expect(below(out, 'Package \\.')).toContain('2 imports of own files, 1 not resolved: @/save');
    expect(below(out, 'To fix')).toEqual([
      "'@/save' and imports like it are not resolved: add the alias to `paths` in tsconfig.json, or to `imports` in package.json.",
    ]);
  });

  it('counts what is left out, with the reason', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write('app.js', "import express from 'express';\nexpress().get('/', (req, res) => res.end());\n");
    write('app.test.js', 'export {};\n');
    const { out } = await run(['doctor']);
    expect(below(out, 'Files')).toEqual(['1 file checked of 1 file found', 'left out: 1 file of tests']);
    expect(below(out, 'To fix')).toEqual(['nothing']);
  });

  it.each([
    ['{ "compilerOptions": { ', ['tsconfig.json is not JSON, so its path aliases are not known: fix it.']],
    ['{ "compilerOptions": { /* none */ }, }', ['nothing']],
    ['', ['nothing']],
  ])('says whether the tsconfig can be read: %s', async (tsconfig, advice) => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write('app.js', "import express from 'express';\nexpress().get('/', (req, res) => res.end());\n");
    write('tsconfig.json', tsconfig);
    expect(below((await run(['doctor'])).out, 'To fix')).toEqual(advice);
  });

  it('says of a relative import that leads nowhere what may be missing', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write(
      'app.js',
      "import express from 'express';\nimport './client.js';\nexpress().get('/', (req, res) => res.end());\n",
    );
    expect(below((await run(['doctor'])).out, 'To fix')).toEqual([
      "No file was found for './client.js': if it is generated or built, run that step first.",
    ]);
  });

  it('names the files that do not parse, the first few with the reason', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write('app.js', "import express from 'express';\nexpress().get('/', (req, res) => res.end());\n");
    write('bytes.js', new Uint8Array([0x2f, 0x2f, 0xff]));
    for (const name of ['a', 'b', 'c', 'd', 'e']) write(`src/${name}.js`, 'const x = 1;\nexport const = 1;\n');
    const { code, out } = await run(['doctor']);
    expect(code).toBe(0);
    expect(below(out, 'Files')).toEqual([
      '1 file checked of 7 files found',
      '6 files could not be read:',
      'bytes.js  The file is not UTF-8 text: convert it, or leave it out.',
      ...['a', 'b', 'c', 'd'].map(
        (name) => expect.stringMatching(`^src/${name}\\.js:2:14  The file does not parse: `) as string,
      ),
      'and 1 more',
    ]);
    expect(below(out, 'To fix')).toContain(
      '6 files could not be read and are not checked: fix them, or let git or ESLint ignore them.',
    );
  });

  it('exits 1 where no file parses', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write('app.js', 'export const = 1;\n');
    const { code, out } = await run(['doctor']);
    expect(code).toBe(1);
    expect(below(out, 'To fix').at(-1)).toContain('No file is checked.');
  });

  it('exits 2 where the path is missing', async () => {
    expect((await run(['doctor', 'nowhere'])).code).toBe(2);
  });
});
