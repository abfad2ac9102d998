import type { Entry } from './entry.ts';
import { astro } from './frameworks/astro.ts';
import { discord } from './frameworks/discord.ts';
import { elysia } from './frameworks/elysia.ts';
import { express } from './frameworks/express.ts';
import { fastify } from './frameworks/fastify.ts';
import { h3 } from './frameworks/h3.ts';
import { hapi } from './frameworks/hapi.ts';
import { hono } from './frameworks/hono.ts';
import { ittyRouter } from './frameworks/itty-router.ts';
import { koa } from './frameworks/koa.ts';
import { mcp } from './frameworks/mcp.ts';
import { nestjs } from './frameworks/nestjs.ts';
import { next } from './frameworks/next.ts';
import { polka } from './frameworks/polka.ts';
import { reactRouter } from './frameworks/react-router.ts';
import { restify } from './frameworks/restify.ts';
import { slackBolt } from './frameworks/slack-bolt.ts';
import { socketIo } from './frameworks/socket-io.ts';
import { sveltekit } from './frameworks/sveltekit.ts';
import { telegram } from './frameworks/telegram.ts';
import { trpc } from './frameworks/trpc.ts';
import { ws } from './frameworks/ws.ts';
import { jobQueues } from './jobs/queues.ts';
import { schedulers } from './jobs/schedulers.ts';
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
import { awsLambda } from './platforms/aws-lambda.ts';
import { azureFunctions } from './platforms/azure-functions.ts';
import { cloudflare } from './platforms/cloudflare.ts';
import { denoBun } from './platforms/deno-bun.ts';
import { firebase } from './platforms/firebase.ts';
import { googleFunctions } from './platforms/google-functions.ts';
import { netlify } from './platforms/netlify.ts';
import { vercel } from './platforms/vercel.ts';

/** Every entry of the catalog, by folder and name. */
export const CATALOG: readonly Entry[] = [
  // frameworks
  astro, discord, elysia, express, fastify, h3, hapi, hono, ittyRouter, koa, mcp, nestjs, next, polka, reactRouter, restify, slackBolt, socketIo, sveltekit, telegram, trpc, ws,
  // jobs
  jobQueues, schedulers,
  // language
  ecmascript, node, web,
  // libraries
  apiClients, awsSdk, axios, drizzle, knex, mailClients, mongodb, mongoose, nodemailer, pg, postgres, prisma, queues, redis, supabase,
  // platforms
  awsLambda, azureFunctions, cloudflare, denoBun, firebase, googleFunctions, netlify, vercel,
];
