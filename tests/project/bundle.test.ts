import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isBundle, isTooLargeToFollow } from '../../src/project/bundle.ts';
import { createWorkspace } from '../../src/project/workspace.ts';

const LINES = 'export const value = 1;\n'.repeat(2_500);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fire-task-bundle-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it.each([
  'index-B8te98RZ.js',
  'index-BVxh86CD.mjs',
  'CodeEditorView-CAtv7MlN.mjs',
  'easymde-CIFFyFdQ.js',
  'codemirror-0d7a91292682d6a788d7422f9d9388b6.js',
])('a large file with the hash of its content in its name is a bundle: %s', (name) => {
  expect(isBundle(written(name, LINES))).toBe(true);
});

it.each([
  'routes.js',
  'user-accounts.js',
  'open-id.js',
  'email-renderer.js',
  'oauth2-handlers.js',
  'orders-20240131.js',
  'user-profile2.js',
  'mail-V2Client.js',
  'the-big-file.js',
  'legacy-usersAPI.js',
  'get-HTTPUtil.js',
  'api-k8sRoute.js',
  'user-s3Upload.js',
  'chat.i18nKeys.js',
  'orders.v2Routes.js',
  'auth-oauth2v1.js',
  'my-USERNAME.js',
])('a large file with a name of words is none: %s', (name) => {
  expect(isBundle(written(name, LINES))).toBe(false);
});

it('a small file is none, whatever its name', () => {
  expect(isBundle(written('small-B8te98RZ.js', 'export const value = 1;\n'))).toBe(false);
});

it('no code is followed into a file as large as a bundle', () => {
  const { files } = createWorkspace();
  const path = written('vendor.js', LINES.repeat(30));
  expect(isTooLargeToFollow(path, LINES.repeat(30))).toBe(true);
  expect(files.followed(path) === undefined).toBe(true);
});
