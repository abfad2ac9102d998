import { expect, it } from 'vitest';
import { linked } from '../support/linked.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

/** What the scripts of these tests call npx starts no npm, to save its time. */
it.each(['npx', 'npx --no-install'])("%s here runs the same program with the same words as npm's own", (npx) => {
  box.write('package.json', '{ "private": true }');
  const shell = linked(box.folder);
  box.write(
    'node_modules/.bin/eslint',
    '#!/bin/sh\nprintf "%s\\n" "$(basename "$0")" "$(command -v fire-task)" "$PWD" "$@"\nexit 3\n',
  );
  const asked = `${npx} eslint src/a.js --format 'a b'`;
  const own = shell(asked);
  const ofNpm = shell(`PATH="${process.env['PATH'] ?? ''}"; ${asked}`);
  expect(own).toEqual({
    code: 3,
    out: `eslint\n${box.folder}/node_modules/.bin/fire-task\n${box.folder}\nsrc/a.js\n--format\na b\n`,
    err: '',
  });
  expect(ofNpm).toEqual(own);
});
