import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run } = sandbox();

describe('what a user can do wrong', () => {
  it.each<[string, string[], string]>([
    ['a path that does not exist', ['report', 'nowhere'], 'The path nowhere does not exist'],
    ['an option that does not exist', ['migrate', '--dry'], "unknown option '--dry'"],
    ['a reach that does not exist', ['report', '--reach', 'far'], "'far' is invalid"],
    ['a command that does not exist', ['fix'], "unknown command 'fix'"],
    [
      'two options that exclude each other',
      ['migrate', '--check', '--dry-run'],
      "cannot be used with option '--check'",
    ],
    ['a folder without code', ['report', '.'], 'No JavaScript or TypeScript file was found in .'],
  ])('is answered in one sentence with exit code 2: %s', async (_situation, args, sentence) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(out).toBe('');
  });
});

it.each([[['report', '--nope']], [['fix']], [['explain']]])('says where the options are listed: %s', async (args) => {
  expect((await run(args)).err).toMatch(/\nAdd --help for the commands and their options\.$/);
});

describe('the help', () => {
  it.each([['--help'], ['report --help'], ['migrate --help'], ['init --help']])(
    'names the exit codes: %s',
    async (args) => {
      const { code, out } = await run(args.split(' '));
      expect(code).toBe(0);
      expect(out).toMatch(/0 {2}nothing is left[\s\S]*1 {2}findings remain[\s\S]*2 {2}the command could not run/);
    },
  );

  it('loads neither the engine nor a parser', () => {
    const source = `
      import Module, { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent('export async function load(url, context, next) { process._rawDebug(url); return next(url, context); }'));
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (...args) { const path = resolve.apply(this, args); process._rawDebug(path); return path; };
      process.argv.push('migrate', '--help');
      await import(${JSON.stringify(new URL('../../dist/command/main.js', import.meta.url).href)});`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
    });
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('--dry-run');
    expect(stderr).toContain('commander');
    expect(stderr).not.toMatch(/jscodeshift|oxc-parser|scope-manager|find-untracked/);
  });
});
