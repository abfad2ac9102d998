import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/findings/wording.ts';
import { findingsInPackage } from '../support/packages.ts';

const EXPRESS = `import express from 'express';
async function work(x) { await x; }
express().get('/x', (req, res) => { work(1); res.end(); });`;
const HONO = `import { Hono } from 'hono';
async function work(x) { await x; }
const app = new Hono();
app.get('/x', (c) => { work(1); return c.text(''); });
export default app;`;

const FROZEN = 'it stops when the platform freezes the instance after the answer';
const CANCELLED = 'the platform cancels it once the answer is sent';
const LIVES = 'it is lost on shutdown';

function fate(dependencies: readonly string[], files: Readonly<Record<string, string>>, path = 'app.ts'): string {
  const { findings } = findingsInPackage(dependencies, files, path, { reach: 'project' });
  return findings.map(messageOf).join();
}

describe('what becomes of the work is said by the platform that the package is for', () => {
  it.each<readonly [dependencies: readonly string[], files: Readonly<Record<string, string>>, words: string]>([
    [['express', 'serverless-http'], {}, FROZEN],
    [['express', 'firebase-functions'], {}, FROZEN],
    [['express', '@astrojs/vercel'], {}, FROZEN],
    [['express', '@sveltejs/adapter-netlify'], {}, FROZEN],
    [['express', '@sveltejs/adapter-cloudflare'], {}, CANCELLED],
    [['express'], { 'wrangler.jsonc': '{}' }, CANCELLED],
    [['express'], { 'serverless.yml': 'service: x' }, FROZEN],
    [['express'], {}, LIVES],
    [['express'], { Dockerfile: 'FROM node' }, LIVES],
  ])('%j %j', (dependencies, files, words) => {
    expect(fate(dependencies, { ...files, 'app.ts': EXPRESS })).toContain(words);
  });

  it.each([
    ['hono/aws-lambda', FROZEN],
    ['hono/vercel', FROZEN],
    ['hono/cloudflare-workers', CANCELLED],
    ['hono/logger', LIVES],
  ])('by an import of %s', (module, words) => {
    expect(fate(['hono'], { 'app.ts': `import { handle } from '${module}';\n${HONO}` })).toContain(words);
  });

  it('which is not that of a room, which lives on after its answer', () => {
    const room = `import { DurableObject } from 'cloudflare:workers';
      async function work(x) { await x; }
      export class Room extends DurableObject { async webSocketMessage() { work(1); } }`;
    expect(fate(['wrangler'], { 'app.ts': room })).toContain(LIVES);
  });
});
