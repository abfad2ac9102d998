import { describe, expect, it } from 'vitest';
import { allowWriting, canRunAsOrdinaryUser, runAsOrdinaryUser, sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, project, write, texts } = box;

describe.skipIf(!canRunAsOrdinaryUser())('what this user may not write is said before anything is changed', () => {
  it.each([
    [
      'the folder of a source file',
      'src/orders',
      /^fire-task: src\/orders\/\w+\.ts cannot be written, because .+\/src\/orders is not writable; nothing was changed\. Make it writable, or leave the file out\.$/,
    ],
    [
      'a source file',
      'src/orders/cancel.ts',
      /^fire-task: src\/orders\/cancel\.ts cannot be written, because .+\/src\/orders\/cancel\.ts is not writable; nothing was changed\./,
    ],
    [
      'the folder for the helper',
      'src',
      /^fire-task: src\/lib\/fire-task\.ts cannot be written, because .+\/src is not writable; nothing was changed\. Make room for it, or name another place with --helper\.$/,
    ],
  ])('%s', (_situation, closed, sentence) => {
    project('shop-ts');
    const before = texts();
    allowWriting(box.folder, [closed]);
    const { code, err } = runAsOrdinaryUser(box.folder, ['migrate', 'src']);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
    expect(texts()).toEqual(before);
  });

  it('does not stop a look at it', () => {
    project('shop-ts');
    allowWriting(box.folder, ['src', 'src/orders', 'src/orders/cancel.ts']);
    expect(runAsOrdinaryUser(box.folder, ['migrate', '--dry-run', 'src']).code).toBe(0);
    expect(runAsOrdinaryUser(box.folder, ['migrate', '--check', 'src']).code).toBe(1);
    expect(runAsOrdinaryUser(box.folder, ['report', 'src']).code).toBe(1);
  });

  it('a folder for init', () => {
    write('package.json', '{}');
    allowWriting(box.folder, ['.']);
    const { code, err } = runAsOrdinaryUser(box.folder, ['init']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^fire-task: lib\/fire-task\.js cannot be written, because .+ is not writable: make it writable, or name another place with --helper\.$/,
    );
  });
});

describe('what nobody could write is said before anything is changed', () => {
  it('a helper whose folder is a file', async () => {
    project('shop-ts');
    write('src/lib', 'a file where the folder should be');
    const before = texts();
    const { code, err } = await run(['migrate', 'src']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /src\/lib\/fire-task\.ts cannot be written, because .*src\/lib is not a folder; nothing was changed\./,
    );
    expect(texts()).toEqual(before);
  });
});
