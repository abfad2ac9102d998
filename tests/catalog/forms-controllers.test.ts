import { markedFiles } from '../support/marked-files.ts';

/** Other ways of writing the same than those in the fixtures of its entry, from the documentation. */
markedFiles([
  [
    'routing-controllers, checkers and functions',
    ['routing-controllers', 'express'],
    {
      'src/app.ts': `
import 'reflect-metadata';
import { createExpressServer, useExpressServer, useKoaServer, Action } from 'routing-controllers';
const app = createExpressServer({
  controllers: [],
  authorizationChecker: async (action: Action, roles: string[]) => { work(1); return true; }, //!
  currentUserChecker: async (action) => { work(2); return null; }, //!
});
useExpressServer(app, { async currentUserChecker(action: Action) { work(3); } }); //!`,
      'src/users.ts': `
import { Controller, Get, UseBefore, UseAfter, UseInterceptor, Action, createParamDecorator } from 'routing-controllers';
function log(request: any, response: any, next?: (err?: any) => any): any { work(1); next(); } //!
@Controller()
@UseAfter((request, response, next) => { work(2); next(); }) //!
export class Users {
  @Get('/a') @UseBefore(log) @UseInterceptor(function (action: Action, content: any) { work(3); return content; }) //!
  a() { return 1; }
}
export function User() { return createParamDecorator({ value: async (action) => { work(4); return 1; } }); } //!`,
    },
  ],
  [
    'tsoa, authentication and middlewares',
    ['tsoa', 'express'],
    {
      'src/authentication.ts': `
import * as express from 'express';
export function expressAuthentication(request: express.Request, securityName: string, scopes?: string[]): Promise<any> { work(1); return check(request); } //!`,
      'src/users.ts': `
import { Controller, Get, Route, Middlewares, Delete, Patch } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, NextFunction } from 'express';
async function customMiddleware(req: ExRequest, res: ExResponse, next: NextFunction) { work(1); next(); } //!
@Route('users')
@Middlewares(customMiddleware)
export class Users extends Controller {
  @Delete('{id}') @Middlewares([customMiddleware]) public async remove(id: string): Promise<void> { work(2); } //!
  @Patch('{id}') public async edit(id: string): Promise<void> { await work(3); this.setStatus(204); }
}`,
    },
  ],
  [
    'loopback, sequences, strategies, cron jobs, middleware',
    ['@loopback/rest', '@loopback/core', '@loopback/cron', '@loopback/authentication'],
    {
      'src/a.ts': `
import { intercept, Interceptor, Provider, ValueOrPromise, InvocationContext, InvocationResult, asGlobalInterceptor, inject } from '@loopback/core';
import { get, oas, MiddlewareSequence, RequestContext, Middleware, SequenceHandler } from '@loopback/rest';
import { CronJob, cronJob } from '@loopback/cron';
import { AuthenticationStrategy } from '@loopback/authentication';
const log: Interceptor = async (invocationCtx, next) => { await next(); work(1); }; //!
export class C {
  @intercept(log, async (ctx, next) => { work(2); return next(); }) //!
  @oas.get('/x') async x() { work(3); } //!
  @get('/y', { responses: {} }) @oas.response(200) async y() { work(4); } //!
}
export class MySequence extends MiddlewareSequence { async handle(context: RequestContext) { work(5); await super.handle(context); } } //!
@cronJob()
export class Job extends CronJob { constructor() { super({ name: 'j', onTick: async () => { work(6); }, cronTime: '* * * * * *' }); } } //!
export class Basic implements AuthenticationStrategy { name = 'basic'; async authenticate(request: Request) { work(7); return undefined; } } //!
const mw: Middleware = async (middlewareCtx, next) => { work(8); return next(); }; //!
export class Log implements Provider<Middleware> { value() { return async (ctx, next) => { work(9); return next(); }; } } //!`,
    },
  ],
  [
    'inversify, interceptors, guards, filters, pipes',
    ['@inversifyjs/http-core', '@inversifyjs/http-express', 'express'],
    {
      'src/a.ts': `
import { Controller, Put, UseInterceptor, Guard, ErrorFilter, CatchError, Pipe, Middleware } from '@inversifyjs/http-core';
import { ExpressInterceptor, ExpressMiddleware, ExpressGuard, ExpressErrorFilter } from '@inversifyjs/http-express';
import type { Request, Response, NextFunction } from 'express';
export class Log implements ExpressInterceptor { async intercept(_request: Request, _response: Response, next: any) { const t = await next(); work(1); } } //!
export class Mw implements ExpressMiddleware { async execute(_request: Request, _response: Response, next: NextFunction) { work(2); next(); } } //!
export class G implements ExpressGuard { async activate(request: Request) { work(3); return true; } } //!
@CatchError(Error)
export class F implements ErrorFilter<Error> { async catch(error: Error) { work(4); } } //!
@Controller({ path: '/x' })
export class C { @Put('/:id') async put() { work(5); } } //!`,
    },
  ],
]);
