import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run, project, write, read, exists, git, commitAll } = sandbox();

const type = (path: string): void => {
  write(path, `${read(path)}// typed\n`);
};

describe('a file with uncommitted changes', () => {
  it('stops the run before anything is written, unless forced', async () => {
    project('shop-ts');
    commitAll();
    type('src/orders/cancel.ts');
    const refused = await run(['migrate', 'src']);
    expect(refused.code).toBe(2);
    expect(refused.err).toBe(
      'fire-task: 1 file that would be written has uncommitted changes (src/orders/cancel.ts); nothing was changed. Commit or stash them, or use --force.',
    );
    expect(exists('src/lib')).toBe(false);
    expect(read('src/orders/place.ts')).not.toContain('fireTask');
    expect((await run(['migrate', '--force', 'src'])).code).toBe(0);
  });

  it.each<[string, () => void]>([
    [
      'staged',
      () => {
        type('src/orders/cancel.ts');
        git('add', '.');
      },
    ],
    [
      'not added yet',
      () => {
        git('rm', '--quiet', '--cached', 'src/orders/cancel.ts');
        git('commit', '--quiet', '-m', 'without it');
      },
    ],
  ])('counts when it is %s', async (_situation, change) => {
    project('shop-ts');
    commitAll();
    change();
    expect((await run(['migrate', 'src'])).err).toContain('(src/orders/cancel.ts)');
  });

  it('does not matter when it would not be written, nor to a dry run', async () => {
    project('shop-ts');
    commitAll();
    type('src/app.ts');
    expect((await run(['migrate', '--dry-run', 'src'])).code).toBe(0);
    expect((await run(['migrate', 'src'])).code).toBe(0);
    expect(read('src/app.ts')).toContain('// typed');
  });

  it('is found from a folder below, and from outside the repository', async () => {
    project('shop-ts');
    commitAll();
    type('src/orders/cancel.ts');
    expect((await run(['migrate', '..'], { cwd: 'src/routes' })).err).toContain('(../orders/cancel.ts)');
    expect((await run(['migrate', 'src'], { cwd: '.' })).code).toBe(2);
  });

  it('is found when the repository is only below the folder of the command', async () => {
    project('shop-ts');
    git('init', '--quiet', 'src');
    git('-C', 'src', 'add', '.');
    git('-C', 'src', 'commit', '--quiet', '-m', 'as it was');
    type('src/orders/cancel.ts');
    expect((await run(['migrate', 'src'])).err).toContain('(src/orders/cancel.ts)');
  });

  it('does not matter where there is no repository', async () => {
    project('shop-ts');
    expect((await run(['migrate', 'src'])).code).toBe(0);
  });
});
