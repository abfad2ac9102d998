import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, NOBODY, seeded, servers, stopUnderLoad } from './driver.ts';

const { start, end } = servers();
afterAll(end);

const run = (name: string, withHelper: boolean): ReturnType<typeof start> =>
  start([join(import.meta.dirname, 'servers', `${name}.mjs`)], { withHelper });

/** The duration of the longest task, including the late request's. */
const LONGEST_MS = 1510;

describe.each(['http', 'express4', 'express', 'fastify', 'koa', 'hono', 'nest'])('%s', (name) => {
  it('loses background work at SIGTERM with its usual shutdown', async () => {
    const { started, lost } = await stopUnderLoad(await run(name, false), seeded(1));
    expect(started).toBeGreaterThanOrEqual(50);
    expect(lost).toBeGreaterThan(0);
  });

  it.each([
    ['closes', false],
    ['keeps', true],
  ])(
    'loses none with the helper, answers what it has begun, takes nothing new, and is done when the tasks are, when the client %s its connections',
    async (_, keeps) => {
      const server = await run(name, true);
      const shutdown = await stopUnderLoad(server, seeded(1), keeps);
      expect(shutdown).toMatchObject({
        interrupted: 0,
        lost: 0,
        cutOff: 0,
        late: 202,
        refused: expect.stringMatching(NOBODY) as string,
        code: 0,
      });
      expect(shutdown.finished).toBeGreaterThanOrEqual(51);
      expect(server.log()).toContain('finished late');
      expect(server.said()).toMatch(/fire-task: SIGTERM: \d+ finished in \d+ ms, none left/);
      expect(shutdown.ms).toBeLessThan(LONGEST_MS + 3000);
    },
  );

  it('goes on after a task that rejects, as it does not without the helper', async () => {
    const outcomeOf = async (withHelper: boolean): Promise<unknown> => {
      const server = await run(name, withHelper);
      const agent = new Agent({ keepAlive: true });
      expect(await ask(server.port, 'POST', '/failing', agent)).toBe(202);
      await Promise.race([sleep(300), server.exited]);
      const health = await ask(server.port, 'GET', '/health', new Agent());
      agent.destroy();
      server.child.kill('SIGKILL');
      await server.exited;
      return { health, said: /fire-task: "failing" \(\d+ ms old\) failed:/.test(server.said()) };
    };
    expect(await outcomeOf(false)).toEqual({ health: 'ECONNREFUSED', said: false });
    expect(await outcomeOf(true)).toEqual({ health: 200, said: true });
  });

  it('exits at once on a second SIGTERM', async () => {
    const server = await run(name, true);
    const agent = new Agent({ keepAlive: true });
    await ask(server.port, 'POST', '/tasks/long?ms=20000', agent);
    server.child.kill('SIGTERM');
    await sleep(600);
    const at = Date.now();
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(1);
    expect(Date.now() - at).toBeLessThan(2000);
    agent.destroy();
  });
});
