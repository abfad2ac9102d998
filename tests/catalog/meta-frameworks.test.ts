import { expect, it } from 'vitest';
import { documented, documentedFiles } from '../support/documented.ts';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

documentedFiles([
  [
    'next',
    'app/(shop)/cart/page.tsx',
    'export default async function Page() { work(1); return <p/>; } export async function generateMetadata() { work(2); return {}; }',
    ['page /cart', 'page /cart'],
  ],
  [
    'next',
    'src/app/api/[id]/route.js',
    'const handler = async (request) => { work(1); return Response.json({}); }; export { handler as GET, handler as POST };',
    ['GET /api/[id]'],
  ],
  ['next', 'app/sitemap.ts', 'export default async function sitemap() { work(1); return []; }', ['metadata /']],
  [
    '@sveltejs/kit',
    'src/routes/login/+page.server.js',
    'export const actions = { default: async ({ request }) => { work(1); }, register: async () => { work(2); } };',
    ['action default /login', 'action register /login'],
  ],
  ['next', 'app/shop/loading.tsx', 'export default async function Loading() { work(1); return <p/>; }', ['page /shop']],
  [
    'next',
    'pages/shop/index.jsx',
    'function Shop() { return <p/>; } Shop.getInitialProps = async (ctx) => { work(1); return {}; }; export default Shop;',
    ['getInitialProps /shop'],
  ],
  [
    'next',
    'pages/about.tsx',
    'export default class About extends React.Component { static async getInitialProps(ctx) { work(1); return {}; } }',
    ['getInitialProps /about'],
  ],
  [
    'nuxt',
    'server/utils/handlers.ts',
    'export const a = eventHandler({ handler: async (event) => { work(event); }, onRequest: [async () => { work(1); }] });',
    ['event handler a', 'event handler a'],
  ],
  [
    'nitropack',
    'tasks/db/migrate.ts',
    "export default defineTask({ meta: { name: 'db:migrate' }, run: async () => { work(2); return { result: '' }; } });",
    ['task'],
  ],
  [
    'nuxt',
    'server/middleware/log.mjs',
    'export default defineEventHandler(async (event) => { work(1); });',
    ['middleware /log'],
  ],
  [
    'nuxt',
    'server/api/orders.mjs',
    'export default defineEventHandler(async (event) => { work(1); });',
    ['event handler /api/orders'],
  ],
  [
    'fresh',
    'routes/api/joke.ts',
    'export const handler = { async GET(ctx) { work(1); return new Response(""); }, async POST(ctx) { work(2); } };',
    ['GET /api/joke', 'POST /api/joke'],
  ],
  [
    'fresh',
    'routes/_middleware.ts',
    'export const handler = async (ctx) => { work(1); return await ctx.next(); };',
    ['route /_middleware'],
  ],
  [
    '@tanstack/react-start',
    'src/server.ts',
    'export default { async fetch(request) { work(1); return handler.fetch(request); } };',
    ['server fetch'],
  ],
  [
    '@remix-run/node',
    'app/root.tsx',
    'export const middleware = [async ({ request }, next) => { work(1); return next(); }];',
    ['middleware root'],
  ],
]);

it('an exported action is one only in a file that is a route', () => {
  const action =
    'async function work() { await 0; } export async function action({ request }) { work(); return null; }';
  const list = {
    'app/routes.ts':
      "import { route } from '@react-router/dev/routes'; export default [route('carts/:id', './carts/cart.tsx'), route('about', 'carts/about')];",
  };
  expect(routesInPackage('@react-router/dev', 'app/carts/cart.tsx', action, list)).toEqual(['action carts/cart']);
  expect(routesInPackage('@react-router/dev', 'app/carts/about.jsx', action, list)).toEqual(['action carts/about']);
  expect(routesInPackage('@react-router/dev', 'app/utils/api.ts', action, list)).toEqual([]);
  expect(routesInPackage('@react-router/dev', 'app/utils/api.ts', action)).toEqual([]);
  expect(routesInPackage('@react-router/dev', 'app/routes/carts.tsx', action)).toEqual(['action carts']);
});

documented([
  [
    'sveltekit, remote functions and hooks',
    `
    import { query, form } from '$app/server';
    import { sequence } from '@sveltejs/kit/hooks';
    export const posts = query(async () => { work(1); return []; });
    export const add = form(schema, async (data) => { work(data); });
    export const handle = sequence(async ({ event, resolve }) => { work(2); return resolve(event); });`,
    ['remote function posts', 'remote function add', 'hook handle'],
  ],
  [
    'astro, middleware and actions',
    `
    import { defineMiddleware, sequence } from 'astro:middleware';
    import { defineAction } from 'astro:actions';
    export const onRequest = sequence(defineMiddleware(async (context, next) => { work(1); return next(); }));
    export const server = { subscribe: defineAction({ handler: async (input) => { work(input); } }) };`,
    ['middleware', 'action subscribe'],
  ],
  [
    'h3',
    `
    import { H3, defineHandler } from 'h3';
    const app = new H3({ onError: async (error) => { work(1); } });
    app.get('/', async (event) => { work(2); return 'x'; }).use('/api', async (event, next) => { work(3); return next(); });
    export const h = defineHandler(async (event) => { work(4); return 'x'; });`,
    ['hook onError', 'GET /', 'middleware /api', 'event handler h'],
  ],
  [
    'next-safe-action',
    `
    import { createSafeActionClient } from 'next-safe-action';
    const client = createSafeActionClient();
    export const save = client.inputSchema(schema).use(async ({ next }) => { work(1); return next(); }).action(async ({ parsedInput }) => { work(parsedInput); });`,
    ['action middleware', 'server action save'],
  ],
]);

it('Nitro and Nuxt name a handler by its file', () => {
  const code =
    'async function work() { await 0; } export default defineEventHandler(async (event) => { work(); return {}; });';
  expect(routesInPackage('nuxt', 'server/api/orders/[id].post.ts', code)).toEqual([
    'event handler /api/orders/[id].post',
  ]);
  expect(routesInPackage('nitropack', 'routes/hello.ts', code)).toEqual(['event handler /routes/hello']);
});

it('a function with a directive is called what holds the call around it', () => {
  expect(
    routesIn(
      "import { query } from '@solidjs/router'; export const posts = query(async () => { 'use server'; return []; }, 'posts');",
    ),
  ).toEqual(['server action posts']);
});

silent(
  'a component of the browser',
  `
  'use client';
  async function work() { await 0; }
  export default function Page() { work(); return null; }`,
);

flags(
  'what Next revalidates is done at once; a query is not',
  `
  import { revalidatePath } from 'next/cache';
  async function mail() { await 0; }
  export async function save(form) {
    'use server';
    revalidatePath('/');
    mail();
    ^^^^^^ floating
  }`,
);
