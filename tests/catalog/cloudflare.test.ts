import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('cloudflare workers', () => {
  flags(
    'a worker by its type, with bindings',
    `
    interface Env { KV: KVNamespace; DB: D1Database; FILES: R2Bucket; JOBS: Queue<string>; AE: AnalyticsEngineDataset; ROOMS: DurableObjectNamespace }
    ${MAIL}
    export default {
      async fetch(request: Request, env: Env, ctx: ExecutionContext) {
        env.KV.put('k', 'v');
        ^^^^^^^^^^^^^^^^^^^^ floating
        env.DB.prepare('insert').bind(1).run();
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
        env.FILES.put('a', request.body);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
        env.JOBS.send('job');
        ^^^^^^^^^^^^^^^^^^^^ floating
        env.ROOMS.get(env.ROOMS.idFromName('a')).join('me');
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
        ctx.waitUntil(env.KV.put('a', 'b'));
        env.AE.writeDataPoint({});
        return new Response('ok');
      },
    } satisfies ExportedHandler<Env>;
  `,
  );
  flags(
    'workers, durable objects, workflows and RPC targets as classes',
    `
    import { DurableObject, RpcTarget, WorkerEntrypoint, WorkflowEntrypoint, waitUntil, type WorkflowStep } from 'cloudflare:workers';
    ${MAIL}
    export class Api extends WorkerEntrypoint {
      async fetch() {
        this.ctx.waitUntil(mail(1));
        waitUntil(mail(2));
        mail(3);
        ^^^^^^^ floating
        return new Response('ok');
      }
      async charge(amount) {
        void mail(4);
        ^^^^^^^^^^^^ voided
      }
    }
    export class Room extends DurableObject {
      async join(user) {
        this.ctx.storage.put('user', user);
        this.ctx.storage.setAlarm(1);
        mail(5);
        ^^^^^^^ floating
      }
      async webSocketMessage(socket, message) {
        mail(6);
        ^^^^^^^ floating
      }
    }
    export class Flow extends WorkflowEntrypoint {
      async run(event, step: WorkflowStep) {
        step.do('first', async () => { await mail(7); });
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
        await step.sleep('pause', 1000);
      }
    }
    export class Counter extends RpcTarget {
      increment() {
        mail(8);
        ^^^^^^^ floating
      }
    }
  `,
  );
  flags(
    'workers before modules',
    `
    ${MAIL}
    addEventListener('fetch', (event) => {
      event.waitUntil(mail(1));
      event.respondWith(handle(event.request));
    });
    async function handle(request) {
      mail(2);
      ^^^^^^^ floating
      return new Response('ok');
    }
  `,
  );
  flags(
    'pages functions by their type',
    `
    ${MAIL}
    export const onRequestGet: PagesFunction<Env> = async (context) => {
      context.waitUntil(mail(1));
      mail(2);
      ^^^^^^^ floating
      return new Response('ok');
    };
  `,
  );
  silent(
    'private methods, service workers of browsers and bindings that are awaited',
    `
    import { DurableObject } from 'cloudflare:workers';
    interface Env { KV: KVNamespace }
    ${MAIL}
    class Room extends DurableObject {
      #own() { mail(1); }
      private hidden() { mail(2); }
      constructor(ctx, env) { super(ctx, env); mail(3); }
    }
    class Other extends Room2 { fetch() { mail(4); } }
    self.addEventListener('fetch', (event) => { mail(5); });
    export default { async fetch(request, env: Env) { await env.KV.put('a', 'b'); return new Response(await env.KV.get('a')); } } satisfies ExportedHandler<Env>;
  `,
  );
  it.each([
    [
      'wrangler',
      'src/index.ts',
      'export default { async fetch(request, env, ctx) { mail(); return new Response(); } };',
      'worker',
    ],
    [
      'wrangler',
      'workers/api.js',
      'const api = { fetch(request) { mail(); return new Response(); } }; export default api;',
      'worker',
    ],
    [
      'wrangler',
      'src/worker.ts',
      'export default { async scheduled(event, env, ctx) { mail(); } };',
      'worker scheduled',
    ],
    [
      'wrangler',
      'src/index.ts',
      'import * as Sentry from "@sentry/cloudflare"; export default Sentry.withSentry((env) => ({ dsn: "" }), { async email(message) { mail(); } });',
      'worker email',
    ],
    [
      'wrangler',
      'functions/api/index.ts',
      'export const onRequestPost = [async () => { mail(); return new Response(); }];',
      'onRequestPost /api',
    ],
    [
      'wrangler',
      'functions/_middleware.js',
      'export async function onRequest(context) { mail(); return context.next(); }',
      'onRequest /',
    ],
  ])('finds what a package with %s exports from %s', (dependency, path, code, route) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual([route]);
  });
  it.each([
    ['left-pad', 'src/index.ts', 'export default { async fetch() { mail(); } };'],
    ['wrangler', 'src/templates.ts', 'export default { email(to) { mail(to); } };'],
    ['wrangler', 'src/index.ts', 'export const fetch = async () => { mail(); };'],
    ['wrangler', 'functions/hello.js', 'export function helper() { mail(); }'],
  ])('is silent in a package with %s about %s: %s', (dependency, path, code) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual([]);
  });
  it('names routes', () => {
    expect(
      routesIn(`
      import { DurableObject, WorkflowEntrypoint } from 'cloudflare:workers';
      addEventListener('scheduled', (event) => {});
      const worker: ExportedHandler = { fetch() {}, queue() {} };
      class Room extends DurableObject { alarm() {} join() {} }
      class Flow extends WorkflowEntrypoint { run() {} }
    `),
    ).toEqual([
      'scheduled event',
      'worker fetch',
      'worker queue',
      'durable object Room.alarm',
      'durable object Room.join',
      'workflow Flow',
    ]);
  });
});

flags(
  'the bindings of an object that is written as a handler',
  `
  interface Env { CACHE: KVNamespace; DB: D1Database; JOBS: Queue<string>; STATS: AnalyticsEngineDataset }
  export default {
    async fetch(request, env, ctx) {
      env.CACHE.put('k', 'v');
      ^^^^^^^^^^^^^^^^^^^^^^^ floating
      env.DB.prepare('insert').bind(1).run();
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
      env.JOBS.send('x');
      ^^^^^^^^^^^^^^^^^^ floating
      env.STATS.writeDataPoint({});
      ctx.waitUntil(env.CACHE.put('a', 'b'));
      await env.CACHE.delete('k');
      return new Response('');
    },
    scheduled: async (controller, { CACHE }) => {
      CACHE.put('k', 'v');
      ^^^^^^^^^^^^^^^^^^^ floating
    },
  } satisfies ExportedHandler<Env>;`,
);
