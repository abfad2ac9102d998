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
import { apiClients } from './libraries/api-clients.ts';
import { awsSdk } from './libraries/aws-sdk.ts';
import { axios } from './libraries/axios.ts';
import { drizzle } from './libraries/drizzle.ts';
import { knex } from './libraries/knex.ts';
import { mailClients } from './libraries/mail-clients.ts';
import { mongodb } from './libraries/mongodb.ts';
import { mongoose } from './libraries/mongoose.ts';
import { nodemailer } from './libraries/nodemailer.ts';
import { pg } from './libraries/pg.ts';
import { postgres } from './libraries/postgres.ts';
import { prisma } from './libraries/prisma.ts';
import { queues } from './libraries/queues.ts';
import { redis } from './libraries/redis.ts';
import { supabase } from './libraries/supabase.ts';

/** Every entry of the catalog: frameworks, the language and its platforms, libraries; sorted by name in each. */
export const CATALOG: readonly Entry[] = [
  ...[express, fastify, hono, koa, nestjs, next],
  ...[ecmascript, node, web],
  ...[apiClients, awsSdk, axios, drizzle, knex, mailClients, mongodb, mongoose, nodemailer, pg, postgres, prisma, queues, redis, supabase],
];
