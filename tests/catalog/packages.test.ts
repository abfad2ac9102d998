import { markedFiles } from '../support/marked-files.ts';

const inHandler = (head: string, body: string): string =>
  `import express from 'express';\n${head}\nexpress().post('/x', async (req, res) => {\n${body}\nres.end();\n});`;

/** Packages beside the frameworks, with calls that launch work, and options that are called for each request. */
markedFiles([
  [
    'documents and translations',
    ['express'],
    {
      'a.ts': inHandler(
        `import i18next from 'i18next';
import QRCode from 'qrcode';
import mammoth from 'mammoth';
import { fileTypeFromBuffer } from 'file-type';
import { glob } from 'glob';
import fastGlob from 'fast-glob';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';`,
        `i18next.changeLanguage('de'); //!
i18next.t('x');
QRCode.toFile('a.png', 'x'); //!
QRCode.toDataURL('x', (error, url) => { use(url); });
glob('x', (error, paths) => { use(paths); });
res.json({ code: QRCode.toDataURL('x') }); //!
res.json({ text: mammoth.extractRawText({}), type: fileTypeFromBuffer(x) }); //!!
res.json({ url: getSignedUrl(client, command) }); //!
res.json({ a: await glob('x'), b: glob('x'), c: fastGlob('x'), d: fastGlob.sync('x') }); //!!`,
      ),
    },
  ],
  [
    'checks that nobody waits for',
    ['express', 'class-validator'],
    {
      'a.ts': inHandler(
        `import { validate, validateOrReject, validateSync } from 'class-validator';
import { z } from 'zod';
import * as yup from 'yup';
import Joi from 'joi';
const S = z.object({ a: z.string() }).strict();
const Y = yup.object({}).noUnknown();
const J = Joi.object({});`,
        `validateOrReject(req.body); //!
const errors = await validate(req.body);
validateSync(req.body);
S.parseAsync(req.body); //!
S.parse(req.body);
await S.safeParseAsync(1);
Y.validate(req.body); //!
Y.validateSync(1);
J.validateAsync(req.body); //!
J.validate(req.body);`,
      ),
      'b.ts': `
import { ValidatorConstraint, ValidatorConstraintInterface } from 'class-validator';
@ValidatorConstraint({ async: true })
export class IsFree implements ValidatorConstraintInterface { async validate(name: string) { work(1); return true; } } //!`,
    },
  ],
  [
    'options of middleware',
    ['express'],
    {
      'a.ts': `
import rateLimit from 'express-rate-limit';
import cors from 'cors';
import morgan from 'morgan';
export const limit = rateLimit({ windowMs: 1, handler: async (req, res, next, options) => { work(1); res.status(429).end(); }, keyGenerator: async (req) => { work(2); return req.ip; } }); //!!
export const some = cors({ origin: (origin, callback) => { work(1); callback(null, true); } }); //!
export const other = cors((req, callback) => { work(2); callback(null, {}); }); //!
export const log = morgan('combined', { stream: { write: (line) => { work(1); } } }); //!
morgan.token('id', (req, res) => { work(2); return req.id; }); //!
export const own = morgan((tokens, req, res) => { work(3); return ''; }); //!`,
      'b.ts': `
import { cors, morgan, rateLimit } from './own';
rateLimit({ handler: async () => { work(1); } });
cors({ origin: (origin) => { work(2); } });
morgan('x', { stream: { write: (line) => { work(3); } } });`,
    },
  ],
  [
    'options of plugins',
    ['fastify', '@fastify/rate-limit', '@fastify/multipart'],
    {
      'a.ts': `
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import multipart from '@fastify/multipart';
const app = Fastify();
app.register(rateLimit, { keyGenerator: async (req) => { work(1); return 'x'; }, onExceeded: (req, key) => { work(2); } }); //!!
app.register(multipart, { attachFieldsToBody: true, onFile: async (part) => { work(3); } }); //!
app.register(own, { load: async () => { work(4); } });`,
    },
  ],
  [
    'packages of nestjs',
    ['@nestjs/common', '@nestjs/jwt', '@nestjs/throttler'],
    {
      'a.ts': `
import { Controller, Get } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ThrottlerGuard } from '@nestjs/throttler';
@Controller()
export class Users {
  constructor(private readonly jwt: JwtService) {}
  @Get() async one() {
    this.jwt.verifyAsync('x'); //!
    this.jwt.verify('x');
    return { token: this.jwt.signAsync({}), other: await this.jwt.signAsync({}) }; //!
  }
}
export class Guard extends ThrottlerGuard {
  protected async getTracker(req) { work(1); return req.ip; } //!
  protected async shouldSkip(context) { await work(2); return false; }
}`,
    },
  ],
  [
    'metrics, spans and stores around a function',
    ['express', 'prom-client'],
    {
      'a.ts': `
import express from 'express';
import client from 'prom-client';
import { AsyncLocalStorage } from 'node:async_hooks';
import { context, trace } from '@opentelemetry/api';
import * as Sentry from '@sentry/node';
new client.Gauge({ name: 'x', help: 'x', async collect() { work(1); } }); //!
const store = new AsyncLocalStorage();
const tracer = trace.getTracer('x');
const app = express();
app.use((req, res, next) => { store.run({}, () => next()); });
app.use((req, res, next) => { store.run({}, next); });
app.use((req, res, next) => {
  store.run({}, async () => {
    try { await fetch('x'); next(); } catch (error) { next(error); }
  });
});
app.use((req, res, next) => {
  const go = async () => { try { await fetch('x'); next(); } catch (error) { next(error); } };
  store.run({}, go);
});
app.post('/a', async (req, res) => {
  store.run({}, async () => { await fetch('a'); }); //!
  await store.run({}, async () => { await fetch('b'); });
  tracer.startActiveSpan('a', async (span) => { await fetch('c'); span.end(); }); //!
  tracer.startActiveSpan('a', {}, async (span) => { await fetch('c'); span.end(); }); //!
  tracer.startActiveSpan('a', (span) => { span.end(); });
  context.with({}, () => fetch('d')); //!
  Sentry.startSpan({ name: 'x' }, () => fetch('e')); //!
  Sentry.withScope((scope) => { scope.setTag('a', 'b'); Sentry.captureException(1); });
  res.end();
});
app.post('/b', async (req, res) => store.run({}, async () => { await fetch('f'); res.end(); }));`,
    },
  ],
]);
