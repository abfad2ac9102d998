import { beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { linked } from '../support/linked.ts';
import { ROUTE, writeOrders } from '../support/orders.ts';
import { sandbox } from '../support/sandbox.ts';
import { filledIn, workflowOf } from '../support/workflow.ts';

const { job } = workflowOf(blocksOf('monorepo.md').file('.github/workflows/lint-by-folder.yml'));
const parts = job.strategy?.matrix['files'] ?? [];
const command = job.steps.at(-1)?.run ?? '';
const box = sandbox();
let shell: Shell;

/**
 * Routes with findings of their own, services that they reach across folders, and a folder that the matrix does not
 * name.
 */
beforeEach(() => {
  writeOrders(box);
  shell = linked(box.folder);
  for (let index = 0; index < 6; index += 1) {
    box.write(
      `src/routes/r${index}.js`,
      ROUTE.replace('./mail.js', `../services/s${index}.js`).replace('/orders', `/r${index}`),
    );
    box.write(
      `src/services/s${index}.js`,
      `import { log } from '../log.js';\nexport function send(order) {\n  ${index % 2 === 0 ? 'log(order);\n  ' : ''}return fetch(order.url);\n}\n`,
    );
  }
  box.write('src/log.js', 'export async function log(order) { await order; }\n');
  box.write('src/jobs/nightly.js', ROUTE.replace('./mail.js', '../services/s0.js').replace('/orders', '/nightly'));
});

const places = (lines: readonly { file: string; line: number; message: string }[]): string[] =>
  lines.map(({ file, line, message }) => `${file}:${line} ${message}`).sort();

function eslintOn(files: string): string[] {
  const { code, out } = shell(`${filledIn(command, { files })} --format json`);
  expect(code).toBe(1);
  return places(
    (JSON.parse(out) as { filePath: string; messages: { line: number; message: string }[] }[]).flatMap(
      ({ filePath, messages }) => messages.map((message) => ({ file: filePath, ...message })),
    ),
  );
}

function checkOn(paths: string): string[] {
  const { out } = shell(`npx fire-task migrate --check --json ${paths} || [ $? -eq 1 ]`);
  return places(
    (JSON.parse(out) as { routes: { findings: { file: string; line: number; message: string }[] }[] }).routes.flatMap(
      ({ findings }) => findings,
    ),
  );
}

describe('a package in parts', () => {
  it('has the same findings as in one run of ESLint, each once', () => {
    const whole = eslintOn('.');
    expect(whole).toHaveLength(11);
    expect(parts).toHaveLength(3);
    expect(parts.flatMap(eslintOn).sort()).toEqual(whole);
  });

  it('has the same findings as in one run of the command', () => {
    const whole = checkOn('.');
    expect(whole).toHaveLength(11);
    expect(
      ['src/routes', 'src/services', 'src/log.js src/mail.js src/orders.js src/jobs'].flatMap(checkOn).sort(),
    ).toEqual(whole);
  });
});
