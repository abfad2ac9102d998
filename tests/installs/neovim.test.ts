import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEditor } from '../editors/language-server.ts';
import { makeProject } from '../editors/project.ts';
import { blocksOf } from '../support/blocks.ts';
import { scratch } from './support/scratch.ts';

/** What is used of a Lua that is compiled to WebAssembly. */
interface Lua {
  readonly global: { set: (name: string, value: unknown) => void; close: () => void };
  doString: (code: string) => Promise<unknown>;
}

interface ClientConfig {
  readonly cmd: readonly string[];
  readonly root_markers: readonly string[];
  readonly settings: Record<string, unknown>;
}

const page = blocksOf('editors.md');
const box = scratch('neovim');
const folder = makeProject();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
let config: ClientConfig;

/** Neovim's part: it loads the file, and calls `before_init` when it has found the root. */
beforeAll(async () => {
  box.write('package.json', '{ "private": true }');
  box.must('npm', 'install', 'wasmoon@1.16.0');
  const { LuaFactory } = createRequire(join(box.folder, 'package.json'))('wasmoon') as {
    LuaFactory: new () => { createEngine: () => Promise<Lua> };
  };
  const lua = await new LuaFactory().createEngine();
  lua.global.set('vim', {
    uri_from_fname: (path: string) => pathToFileURL(path).href,
    fs: { basename: (path: string) => basename(path) },
  });
  lua.global.set('root', folder);
  config = (await lua.doString(
    `local config = (function()\n${page.file('lsp/eslint.lua')}\nend)()\nconfig.root_dir = root\nconfig.before_init({}, config)\nconfig.before_init = nil\nreturn config`,
  )) as ClientConfig;
});

describe('lsp/eslint.lua for Neovim', () => {
  it('is Lua, and starts the server that npm installs', () => {
    expect(config.cmd).toEqual(['vscode-eslint-language-server', '--stdio']);
    expect(config.root_markers).toContain('eslint.config.js');
    expect(config.settings['workspaceFolder']).toEqual({ uri: pathToFileURL(folder).href, name: basename(folder) });
  });

  it('has settings with which the server shows the finding, as a warning', async () => {
    const editor = await startEditor(folder, config.settings);
    try {
      expect(await editor.open('src/app.js', 'javascript').diagnostics()).toMatchObject([
        { code: 'fire-task/no-untracked-promises', severity: 2, range: { start: { line: 4, character: 2 } } },
      ]);
    } finally {
      editor.close();
    }
  });
});
