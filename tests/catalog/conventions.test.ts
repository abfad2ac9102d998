import { describe, expect, it } from 'vitest';
import { routesInPackage as routesIn } from '../support/routes.ts';

const WORK = 'async function work() { await 0; }\n';

describe('files that a framework finds by their place', () => {
  it.each([
    ['next', 'src/app/(shop)/orders/[id]/route.ts', 'export async function PUT() { work(); }', 'PUT /orders/[id]'],
    [
      'next',
      'pages/api/users/index.js',
      'export default function handler(req, res) { work(); res.end(); }',
      'API route /api/users',
    ],
    ['next', 'middleware.ts', 'export function middleware() { work(); }', 'middleware'],
    [
      '@sveltejs/kit',
      'src/routes/(app)/items/[id]/+server.ts',
      'export const POST = async () => { work(); return new Response(); };',
      'POST /items/[id]',
    ],
    [
      '@sveltejs/kit',
      'src/routes/items/+page.server.js',
      'export async function load() { work(); return {}; }',
      'load /items',
    ],
    [
      '@react-router/dev',
      'app/routes/orders.$id.tsx',
      'export async function action() { work(); return null; }',
      'action orders.$id',
    ],
    [
      'astro',
      'src/pages/api/items.ts',
      'export const GET = () => { work(); return new Response(); };',
      'GET /api/items',
    ],
    [
      'wrangler',
      'src/index.ts',
      'export default { async fetch(request, env, ctx) { work(); return new Response(); } };',
      'worker',
    ],
    [
      'wrangler',
      'functions/hello.js',
      'export function onRequestPost() { work(); return new Response(); }',
      'onRequestPost /hello',
    ],
    ['@vercel/node', 'api/hello.ts', 'export default function (req, res) { work(); res.end(); }', 'default /api/hello'],
    [
      '@netlify/functions',
      'netlify/functions/hello.ts',
      'export default async () => { work(); return new Response(); };',
      'function hello',
    ],
    ['@types/aws-lambda', 'src/hello.js', 'exports.handler = async () => { work(); };', 'lambda src/hello.handler'],
    ['express', 'src/controllers/users.js', 'exports.list = (req, res) => { work(); res.end(); };', 'list'],
  ])('%s: %s', (dependency, path, code, route) => {
    expect(routesIn(dependency, path, WORK + code)).toEqual([route]);
  });

  it.each([
    ['left-pad', 'src/app/orders/route.ts', 'export async function PUT() { work(); }'],
    ['next', 'src/lib/route.ts', 'export async function PUT() { work(); }'],
    ['next', 'app/orders/route.ts', 'export async function helper() { work(); }'],
    ['react-router', 'app/routes/orders.tsx', 'export async function clientLoader() { work(); }'],
    ['left-pad', 'src/controllers/users.js', 'exports.list = (req, res) => { work(); res.end(); };'],
    ['wrangler', 'src/index.ts', 'export default { name() { work(); } };'],
  ])('is silent in a package with %s about %s: %s', (dependency, path, code) => {
    expect(routesIn(dependency, path, WORK + code)).toEqual([]);
  });
});
