import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HANDLER, MANIFEST, OURS, reported, ROOT, shop } from '../support/init-project.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, read, write } = box;

/** The ignored patterns in the configuration that `init` writes. */
async function ignores(name = 'eslint.config.js'): Promise<string | undefined> {
  await run(['init', '--yes']);
  return /\{ ignores: \[(.*)\] \}/.exec(read(name))?.[1];
}

describe('a new configuration ignores what tools write', () => {
  it('names the outDir of the tsconfig, and the build folders that git ignores', async () => {
    shop(box);
    write('.gitignore', 'node_modules\n/dist\ncoverage/\n.env\n*.log\n');
    write('tsconfig.base.json', '{ "compilerOptions": { "outDir": "./compiled/js" } }');
    write('tsconfig.json', '{ "extends": "./tsconfig.base.json" }');
    expect(await ignores()).toBe("'compiled/js/', 'dist/', 'coverage/'");
  });

  it('names each folder once', async () => {
    shop(box);
    write('.gitignore', 'dist\n');
    write('tsconfig.json', '{ "compilerOptions": { "outDir": "dist" } }');
    expect(await ignores()).toBe("'dist/'");
  });

  it.each([
    ['nothing ignored', '{}'],
    ['output beside the sources', '{ "compilerOptions": { "outDir": "." } }'],
    ['output outside of the package', '{ "compilerOptions": { "outDir": "../built" } }'],
  ])('has no such entry for %s', async (_what, tsconfig) => {
    shop(box);
    write('.gitignore', 'node_modules\n!build\n');
    write('tsconfig.json', tsconfig);
    expect(await ignores()).toBeUndefined();
  });

  it('applies to all packages of a workspace', async () => {
    write('package.json', '{ "name": "all", "private": true, "type": "module", "workspaces": ["packages/*"] }');
    write('.gitignore', 'dist\n');
    write('packages/shop/package.json', MANIFEST);
    write('packages/shop/src/app.js', HANDLER);
    expect(await ignores()).toBe("'**/dist/'");
  });

  it('names a folder of the root alone, where git ignores only that one', async () => {
    write('package.json', '{ "name": "all", "private": true, "type": "module", "workspaces": ["packages/*"] }');
    write('.gitignore', '/output\n/dist\n');
    for (const name of ['output', 'dist']) {
      write(`packages/${name}/package.json`, MANIFEST.replace('shop', name));
      write(`packages/${name}/src/app.js`, HANDLER);
    }
    expect(await ignores()).toBe("'dist/', 'output/'");
  });

  it('names the folder of each package, where one of that name holds code', async () => {
    write('package.json', '{ "name": "all", "private": true, "type": "module", "workspaces": ["packages/*"] }');
    write('packages/shop/.gitignore', 'output\n');
    write('packages/shop/package.json', MANIFEST);
    write('packages/shop/src/app.js', HANDLER);
    write('packages/output/package.json', MANIFEST.replace('shop', 'output'));
    write('packages/output/src/app.js', HANDLER);
    expect(await ignores()).toBe("'packages/shop/output/'");
  });

  it('applies to the packages below a root that has code itself', async () => {
    shop(box);
    write('package.json', MANIFEST.replace('{', '{ "workspaces": ["packages/*"],'));
    write('.gitignore', 'dist\n');
    write('packages/mail/package.json', '{ "name": "mail", "version": "1.0.0" }');
    write('packages/mail/src/send.js', 'export const send = 1;\n');
    expect(await ignores()).toBe("'**/dist/'");
  });

  it.each([
    ['lib', 'lib/more.js', HANDLER],
    ['build', 'build/more.ts', HANDLER],
    ['server', 'server/deep/more.js', HANDLER],
  ])('leaves out an outDir with sources: %s', async (outDir, path, text) => {
    shop(box);
    write(path, text);
    write('tsconfig.json', `{ "compilerOptions": { "outDir": "./${outDir}", "noEmit": true } }`);
    expect(await ignores()).toBeUndefined();
  });

  it('leaves out a folder inside another', async () => {
    shop(box);
    write('.gitignore', '/dist\n');
    write('apps/web/tsconfig.json', '{ "compilerOptions": { "outDir": "../../dist/apps/web" } }');
    write('tsconfig.json', '{ "compilerOptions": { "outDir": "dist" }, "references": [{ "path": "apps/web" }] }');
    expect(await ignores()).toBe("'dist/'");
  });

  it('keeps ESLint out of them', async () => {
    shop(box);
    write('.gitignore', 'node_modules\ndist\n');
    write('dist/app.js', HANDLER);
    symlinkSync(join(ROOT, 'node_modules'), join(box.folder, 'node_modules'), 'junction');
    await run(['init', '--yes']);
    expect(await reported(box, '.')).toEqual(OURS);
  });

  it('leaves a configuration that is there as it is', async () => {
    shop(box);
    write('.gitignore', 'dist\n');
    write('eslint.config.js', 'export default [];\n');
    expect(await ignores()).toBeUndefined();
  });
});
