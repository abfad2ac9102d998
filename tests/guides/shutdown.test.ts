import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { transpile, ModuleKind, ScriptTarget } from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { writeHelper } from '../support/helper-files.ts';

/** Shutdown code of one's own, as the guide writes it, under requests that start their tasks after the signal. */
const root = join(import.meta.dirname, '../../.cache/guides');
mkdirSync(root, { recursive: true });
// Below this package, whose Fastify it imports.
const folder = mkdtempSync(join(root, 'shutdown-'));
writeHelper(folder);
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The last code block below a heading. */
function lastBlock(heading: string): string {
  const [, section = ''] = blocksOf('shutdown.md').prose.split(`\n## ${heading}\n`);
  const blocks = [...(section.split('\n## ')[0] ?? '').matchAll(/^```ts\n([\s\S]*?)^```$/gm)];
  return blocks.at(-1)?.[1] ?? '';
}

const COMMON = `import { setTimeout as sleep } from 'node:timers/promises';
import { drainTasks, fireTask } from './fire-task.mjs';
const say = (line: string) => process.stdout.write(line + '\\n');
const database = { end: async () => say('database ended') };
async function answer() {
  say('asked');
  await sleep(500);
  fireTask(async () => {
    await sleep(200);
    say('done');
  }, 'task');
}
`;
const APPLICATIONS = {
  'Your own shutdown code': (block: string) => `${COMMON}import { createServer } from 'node:http';
const server = createServer((req, res) => void answer().then(() => res.writeHead(202).end()));
server.listen(0, '127.0.0.1', () => say('listening on ' + server.address().port));
${block}`,
  Fastify: (block: string) => `${COMMON}import Fastify from 'fastify';
const app = Fastify();
app.addHook('onClose', () => database.end());
${block}
app.get('/', async (request, reply) => {
  await answer();
  return reply.code(202).send();
});
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
await app.listen({ port: 0, host: '127.0.0.1' });
say('listening on ' + app.server.address().port);
`,
};

it.each(['Your own shutdown code', 'Fastify'] as const)(
  'answers ten requests in flight, and finishes their tasks before the database ends: %s',
  async (heading) => {
    const block = lastBlock(heading);
    expect(block).toContain('drainTasks(');
    const file = join(folder, `${heading.replaceAll(' ', '-')}.mjs`);
    const options = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 };
    writeFileSync(file, transpile(APPLICATIONS[heading](block), options));
    const child = spawn(process.execPath, [file], { stdio: 'pipe' });
    children.push(child);
    let out = '';
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    const exited = once(child, 'close') as Promise<[number | null]>;
    /** Waits until the output has this, so many times. */
    const said = async (text: RegExp, times = 1): Promise<void> => {
      while ((out.match(text) ?? []).length < times) {
        const ended = await Promise.race([once(child.stdout, 'data'), exited.then(() => undefined)]);
        if (ended === undefined) throw new Error(`it ended: ${out}${errors}`);
      }
    };
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    await said(/listening on \d+\n/g);
    const port = Number(/listening on (\d+)/.exec(out)?.[1]);
    const agent = new Agent({ keepAlive: true });
    const answers = Array.from({ length: 10 }, async () => {
      const [response] = (await once(get({ host: '127.0.0.1', port, agent }), 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    });
    await said(/asked/g, 10);
    child.kill('SIGTERM');
    expect(await Promise.all(answers)).toEqual(Array<number>(10).fill(202));
    expect(await exited).toEqual([0, null]);
    agent.destroy();
    expect(errors).toBe('');
    expect(out.match(/done/g)).toHaveLength(10);
    expect(out).toMatch(/done\ndatabase ended\n$/);
  },
);
