import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('vercel functions', () => {
  flags(
    'handlers by their types',
    `
    import type { VercelApiHandler, VercelRequest, VercelResponse } from '@vercel/node';
    import { waitUntil } from '@vercel/functions';
    ${MAIL}
    export default function handler(req: VercelRequest, res: VercelResponse) {
      waitUntil(mail(1));
      mail(2);
      ^^^^^^^ floating
      res.json({ ok: true });
    }
    export const other: VercelApiHandler = async (req, res) => {
      res.json(mail(3));
               ^^^^^^^ answered
    };
  `,
  );
  silent(
    'waited for, answered by, or kept',
    `
    import type { VercelRequest, VercelResponse } from '@vercel/node';
    import { waitUntil } from '@vercel/functions';
    ${MAIL}
    export default async function handler(req: VercelRequest, res: VercelResponse) {
      waitUntil(mail(1).catch(console.error));
      await mail(2);
      res.status(200).send('ok');
    }
    export function chained(req: VercelRequest, res: VercelResponse) {
      mail(1).then(() => res.end(), (error) => res.status(500).end());
    }
  `,
  );
  it.each([
    ['@vercel/node', 'api/hello.ts', 'export default function (req, res) { mail(); res.end(); }', 'default /api/hello'],
    ['vercel', 'api/users/index.js', 'module.exports = (req, res) => { mail(); res.end(); };', 'default /api/users'],
    [
      '@vercel/functions',
      'api/users/[id].mts',
      'export async function POST(request) { mail(); return new Response(); }',
      'POST /api/users/[id]',
    ],
    [
      '@vercel/functions',
      'api/hello.ts',
      'export default { async fetch(request) { mail(); return new Response(); } };',
      'fetch /api/hello',
    ],
    ['@vercel/functions', 'middleware.ts', 'export default function (request) { mail(); }', 'middleware'],
  ])('finds what a package with %s exports from %s', (dependency, path, code, route) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual([route]);
  });
  it.each([
    ['left-pad', 'api/hello.ts', 'export default function (req, res) { mail(); res.end(); }'],
    ['@vercel/node', 'lib/hello.ts', 'export default function () { mail(); }'],
    ['@vercel/node', 'api/hello.ts', 'export function helper() { mail(); }'],
  ])('is silent in a package with %s about %s: %s', (dependency, path, code) => {
    expect(routesInPackage(dependency, path, `${MAIL}\n${code}`)).toEqual([]);
  });
  it('names typed handlers', () => {
    expect(
      routesIn(`import type { VercelApiHandler } from '@vercel/node'; export const pay: VercelApiHandler = () => {};`),
    ).toEqual(['pay']);
  });
});
