import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkAnew } from '../support/cached-check.ts';
import { generated } from '../support/generated-server.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const SERVER = generated(40, 7);

const check = async (folder = box.folder, ...flags: string[]): Promise<{ out: string; parsed: number }> =>
  await checkAnew(folder, ...flags);
const cold = async (folder = box.folder): Promise<string> => (await check(folder, '--no-cache')).out;
const cacheFolder = (): string => join(box.folder, 'node_modules/.cache/fire-task');

beforeEach(() => {
  for (const [path, text] of SERVER.files) box.write(path, text);
  mkdirSync(join(box.folder, 'node_modules'));
});

describe('a second run', () => {
  it('parses nothing if nothing has changed, with the same result', async () => {
    const first = await check();
    const second = await check();
    expect(second.out).toBe(first.out);
    expect(second.out).toBe(await cold());
    expect(first.parsed).toBeGreaterThan(0);
    expect(second.parsed).toBe(0);
  });

  it('reads only the files with findings again for another question', async () => {
    const first = await check();
    const other = await check(box.folder, 'src');
    expect(2 * other.parsed).toBeLessThanOrEqual(first.parsed);
    expect(other.out).toBe((await check(box.folder, 'src', '--no-cache')).out);
  });

  it.each([
    [['.', '--reach', 'all'], ['.']],
    [['src'], ['src', '--reach', 'file']],
    [['.'], ['src/routes', 'src/lib', 'src/services']],
  ])('after %j, gives %j its own answer', async (first, second) => {
    const { out } = await check(box.folder, ...first);
    const asked = await check(box.folder, ...second);
    expect(asked.out).toBe((await check(box.folder, ...second, '--no-cache')).out);
    expect(asked.out).not.toBe(out);
  });

  it('stores no answer of several threads, which read files that are unknown here', async () => {
    await check(box.folder, '--jobs', '2');
    expect(box.exists('node_modules/.cache')).toBe(false);
  });

  it('tells of a test more, although no code has changed', async () => {
    await check();
    box.write('src/more.test.ts', 'export {};\n');
    const second = await check();
    expect(second.out).toBe(await cold());
  });

  it('is the same after the folder was moved, and its files were written again', async () => {
    const { out, parsed } = await check();
    const moved = `${box.folder}-moved`;
    renameSync(box.folder, moved);
    try {
      for (const path of SERVER.files.keys()) utimesSync(join(moved, path), 1, 1);
      const second = await check(moved);
      expect(second.out).toBe(out);
      expect(2 * second.parsed).toBeLessThanOrEqual(parsed);
    } finally {
      renameSync(moved, box.folder);
    }
  });

  it('writes nothing with --no-cache, or without a node_modules folder', async () => {
    await cold();
    expect(box.exists('node_modules/.cache')).toBe(false);
    box.remove('node_modules');
    await check();
    expect(box.exists('node_modules')).toBe(false);
  });

  it('leaves a file of what is known, one of the answer, and no draft', async () => {
    await Promise.all([check(), check()]);
    const name = expect.stringMatching(/^[\w-]+\.json$/) as unknown;
    expect(readdirSync(cacheFolder())).toEqual([name, name]);
  });
});

describe('a change since', () => {
  const random = sequence(3);
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
  const places = (text: string, what: RegExp): number[] => [...text.matchAll(what)].map(({ index }) => index);
  const EDITS: readonly ((text: string) => string)[] = [
    (text) => removed(text, /\bawait /g, 'await '),
    (text) => removed(text, /\basync /g, 'async '),
    (text) => `${text}\n// A remark.\n`,
    (text) => text.replace(/\b([a-z]\w{4,})\(/, '$1Later('),
    (text) => text.replace(/^(?:import .*|const .* = require\(.*)$/m, ''),
    (text) => text.replace(/\n(\s+)return /, '\n$1void Promise.resolve().then(() => 1);\n$1return '),
  ];
  const removed = (text: string, what: RegExp, word: string): string => {
    const at = places(text, what);
    if (at.length === 0) return text;
    const index = pick(at);
    return text.slice(0, index) + text.slice(index + word.length);
  };

  it('gives what a run without the cache gives, for any of many edits', { timeout: 120_000 }, async () => {
    await check();
    const code = [...SERVER.files.keys()].filter((path) => /\.[jt]s$/.test(path));
    for (let round = 0; round < 20; round += 1) {
      for (let edit = 0; edit <= random(3); edit += 1) {
        const path = pick(code);
        box.write(path, pick(EDITS)(box.read(path)));
      }
      expect((await check()).out, `round ${round}`).toBe(await cold());
    }
  });

  it('gives the same also when files come, go and are renamed', { timeout: 120_000 }, async () => {
    await check();
    const code = (): string[] => Object.keys(box.texts()).filter((path) => /^src\/.*\.[jt]s$/.test(path));
    for (let round = 0; round < 16; round += 1) {
      const path = pick(code());
      const renamed = path.replace(/(\w+)(\.[jt]s)$/, `$1${round}$2`);
      if (round % 4 < 2) box.write(renamed, box.read(path));
      if (round % 4 > 0) box.remove(path);
      if (round % 4 === 3)
        box.write(
          path.replace(/\.([jt])s$/, (_, kind) => (kind === 't' ? '.js' : '.ts')),
          'export {};\n',
        );
      expect((await check()).out, `round ${round}`).toBe(await cold());
    }
  });

  it('keeps what is known when there is a file more', async () => {
    const { parsed } = await check();
    box.write('src/lib/more.js', 'export async function more() { await 1; }\n');
    const second = await check();
    expect(second.out).toBe(await cold());
    expect(2 * second.parsed).toBeLessThanOrEqual(parsed);
  });

  it('notices that a file has come that imports already name', async () => {
    const text = box.read('src/lib/mailer.ts');
    box.remove('src/lib/mailer.ts');
    const { out } = await check();
    box.write('src/lib/mailer.ts', text);
    const second = await check();
    expect(second.out).toContain('"src/lib/mailer.ts"');
    expect(out).not.toContain('"src/lib/mailer.ts"');
    expect(second.out).toBe(await cold());
  });

  it.each([
    [
      'a file that is ignored from now on',
      () => {
        box.write('.gitignore', 'src/db\n');
      },
    ],
    [
      'another framework',
      () => {
        box.write('package.json', box.read('package.json').replaceAll('express', 'nothing'));
      },
    ],
    [
      'paths of imports',
      () => {
        box.write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }');
      },
    ],
    [
      'an installed package',
      () => {
        box.write('node_modules/express/index.d.ts', 'export default function (): { get(): void };\n');
      },
    ],
  ])('%s: everything is found out again', async (_, change) => {
    const first = await check();
    change();
    const second = await check();
    expect(second.out).toBe(await cold());
    expect(second.parsed).toBeGreaterThan(first.parsed / 2);
  });
});

describe('a damaged cache', () => {
  it.each([
    ['cut off', (text: Buffer) => text.subarray(0, text.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['of another program', () => Buffer.from('{}')],
    ['a folder', undefined],
  ])('%s: does not count', async (_, damage) => {
    const { out } = await check();
    for (const name of readdirSync(cacheFolder())) {
      const file = join(cacheFolder(), name);
      const text = readFileSync(file);
      rmSync(file);
      if (damage === undefined) mkdirSync(file);
      else writeFileSync(file, damage(text));
    }
    expect((await check()).out).toBe(out);
  });
});

/** Pseudo-random whole numbers below a limit, the same in every run. */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % limit;
  };
}
