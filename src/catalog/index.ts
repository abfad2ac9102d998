import type { Entry } from './entry.ts';
import { express } from './frameworks/express.ts';
import { fastify } from './frameworks/fastify.ts';
import { hono } from './frameworks/hono.ts';
import { koa } from './frameworks/koa.ts';
import { nestjs } from './frameworks/nestjs.ts';
import { next } from './frameworks/next.ts';
import { ecmascript } from './language/ecmascript.ts';
import { node } from './language/node.ts';
import { web } from './language/web.ts';

/** Every entry of the catalog, sorted by folder and name. */
export const CATALOG: readonly Entry[] = [express, fastify, hono, koa, nestjs, next, ecmascript, node, web];
