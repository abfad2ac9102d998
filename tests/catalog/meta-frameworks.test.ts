import { expect, it } from 'vitest';
import { documented, documentedFiles } from '../support/documented.ts';
import { flags, silent } from '../support/marked.ts';
import { routesInPackage } from '../support/routes.ts';

documentedFiles([
  ['next', 'app/(shop)/cart/page.tsx', 'export default async function Page() { work(1); return <p/>; } export async function generateMetadata() { work(2); return {}; }', ['page /cart', 'page /cart']],
  ['next', 'src/app/api/[id]/route.js', 'const handler = async (request) => { work(1); return Response.json({}); }; export { handler as GET, handler as POST };', ['GET /api/[id]']],
  ['next', 'app/sitemap.ts', 'export default async function sitemap() { work(1); return []; }', ['metadata /']],
  ['@sveltejs/kit', 'src/routes/login/+page.server.js', 'export const actions = { default: async ({ request }) => { work(1); }, register: async () => { work(2); } };', ['action default /login', 'action register /login']],
  ['@remix-run/node', 'app/root.tsx', 'export const middleware = [async ({ request }, next) => { work(1); return next(); }];', ['middleware root']],
]);

documented([
  ['sveltekit, remote functions and hooks', `
    import { query, form } from '$app/server';
    import { sequence } from '@sveltejs/kit/hooks';
    export const posts = query(async () => { work(1); return []; });
    export const add = form(schema, async (data) => { work(data); });
    export const handle = sequence(async ({ event, resolve }) => { work(2); return resolve(event); });`, ['remote function posts', 'remote function add', 'hook handle']],
  ['astro, middleware and actions', `
    import { defineMiddleware, sequence } from 'astro:middleware';
    import { defineAction } from 'astro:actions';
    export const onRequest = sequence(defineMiddleware(async (context, next) => { work(1); return next(); }));
    export const server = { subscribe: defineAction({ handler: async (input) => { work(input); } }) };`, ['middleware', 'action subscribe']],
  ['nuxt, imports that nobody writes', `
    export const a = eventHandler({ handler: async (event) => { work(event); }, onRequest: [async () => { work(1); }] });
    export default defineTask({ meta: { name: 'db:migrate' }, run: async () => { work(2); return { result: '' }; } });`, ['event handler a', 'event handler a', 'task']],
  ['h3', `
    import { H3, defineHandler } from 'h3';
    const app = new H3({ onError: async (error) => { work(1); } });
    app.get('/', async (event) => { work(2); return 'x'; }).use('/api', async (event, next) => { work(3); return next(); });
    export const h = defineHandler(async (event) => { work(4); return 'x'; });`, ['hook onError', 'GET /', 'middleware /api', 'event handler h']],
  ['next-safe-action', `
    import { createSafeActionClient } from 'next-safe-action';
    const client = createSafeActionClient();
    export const save = client.inputSchema(schema).use(async ({ next }) => { work(1); return next(); }).action(async ({ parsedInput }) => { work(parsedInput); });`, ['action middleware', 'server action save']],
]);

it('Nitro and Nuxt name a handler by its file', () => {
  const code = 'async function work() { await 0; } export default defineEventHandler(async (event) => { work(); return {}; });';
  expect(routesInPackage('nuxt', 'server/api/orders/[id].post.ts', code)).toEqual(['event handler /api/orders/[id].post']);
  expect(routesInPackage('nitropack', 'routes/hello.ts', code)).toEqual(['event handler /routes/hello']);
});

silent('a component of the browser', `
  'use client';
  async function work() { await 0; }
  export default function Page() { work(); return null; }`);

flags('what Next revalidates is done at once; a query is not', `
  import { revalidatePath } from 'next/cache';
  async function mail() { await 0; }
  export async function save(form) {
    'use server';
    revalidatePath('/');
    mail();
    ^^^^^^ floating
  }`);
