import { beforeEach, expect, it } from 'vitest';
import type { Shell } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { linked } from '../support/linked.ts';
import { ROUTE, writeOrders } from '../support/orders.ts';
import { sandbox } from '../support/sandbox.ts';

const page = blocksOf('ci.md');
const box = sandbox();
let shell: Shell;

/** Forty routes, each reaching a launch in another file through a third. */
beforeEach(() => {
  writeOrders(box);
  shell = linked(box.folder);
  for (let index = 0; index < 40; index += 1) {
    box.write(
      `src/routes/r${index}.js`,
      ROUTE.replace('./mail.js', `../services/s${index}.js`).replace('/orders', `/r${index}`),
    );
    box.write(
      `src/services/s${index}.js`,
      `import { log } from '../log.js';\nexport function send(order) {\n  log(order, ${index});\n  fetch(order.url);\n}\n`,
    );
  }
  box.write('src/log.js', 'export async function log(order) { await order; }\n');
});

it('finds the same in one thread, in several and in as many as ESLint likes', () => {
  const [command = ''] = page.script('threads').trim().split(' --concurrency');
  const results = ['off', '1', '2', '4', 'auto'].map((threads) =>
    shell(`${command} --concurrency=${threads} --format json`),
  );
  const [alone] = results;
  const messages = (JSON.parse(alone?.out ?? '[]') as { messages: { ruleId: string }[] }[]).flatMap(
    (file) => file.messages,
  );
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(
    Array.from({ length: 81 }, () => 'fire-task/no-untracked-promises'),
  );
  for (const { code, out } of results) expect({ code, out }).toEqual({ code: 1, out: alone?.out });
  expect(shell(page.script('threads')).code).toBe(1);
});
