import { markedFiles } from '../support/marked-files.ts';

markedFiles([
  [
    'routing-controllers',
    ['routing-controllers', 'express'],
    {
      'src/users.ts': `
import { JsonController, Get, Post, Middleware, ExpressMiddlewareInterface, UseBefore, Interceptor, Action } from 'routing-controllers';
@JsonController('/users')
export class Users {
  @Get('/') list() { work(1); return []; } //!
  @Post('/') async create() { await work(2); work(3); } //!
}
@Middleware({ type: 'before' })
export class Log implements ExpressMiddlewareInterface {
  use(request: any, response: any, next: (err?: any) => any): void { work(4); next(); } //!
}
@Interceptor()
export class I implements InterceptorInterface { intercept(action: Action, content: any) { work(5); return content; } } //!`,
    },
  ],
  [
    'tsoa',
    ['tsoa', 'express'],
    {
      'src/users.ts': `
import { Controller, Get, Post, Route } from 'tsoa';
@Route('users')
export class Users extends Controller {
  @Get('{id}') public async one(id: string) { work(1); return 1; } //!
  @Post() public async add() { work(2); } //!
}`,
    },
  ],
  [
    'loopback',
    ['@loopback/rest', '@loopback/core'],
    {
      'src/controllers/orders.ts': `
import { get, post, operation, response } from '@loopback/rest';
const basePath = '/orders';
export class Orders {
  @post(basePath, { responses: {} }) async create() { work(1); } //!
  @get(\`\${basePath}/count\`) async count() { work(2); return 1; } //!
  @operation('post', basePath) async run() { work(3); } //!
  @response(200, { description: 'none of a route' }) async none() { work(4); }
}`,
      'src/controllers/others.ts': `
import { get, post } from './verbs';
const basePath = '/others';
const key = 'others';
export class Others {
  @post(basePath) async create() { work(1); } //!
  @get(key) async none() { work(2); }
}`,
      'src/controllers/users.ts': `
import { get, post, del } from '@loopback/rest';
import { Interceptor, lifeCycleObserver, LifeCycleObserver, globalInterceptor, Provider, injectable } from '@loopback/core';
export class Users {
  @get('/users') async list() { work(1); return []; } //!
  @post('/users', {}) async add() { work(2); } //!
}
export const log: Interceptor = async (ctx, next) => { work(3); return await next(); }; //!
@lifeCycleObserver('x')
export class Boot implements LifeCycleObserver { async start() { work(4); } } //!
@globalInterceptor('', {})
export class P implements Provider<Interceptor> { value() { return this.intercept.bind(this); } async intercept(ctx: any, next: any) { work(5); return next(); } } //!`,
    },
  ],
  [
    'inversify http',
    ['@inversifyjs/http-core', 'express'],
    {
      'src/users.ts': `
import { Controller, Get, Post } from '@inversifyjs/http-core';
@Controller('/x')
export class Users { @Get() list() { work(1); } @Post('/y') async add() { work(2); } } //!!`,
    },
  ],
  [
    'inversify-express-utils',
    ['inversify-express-utils', 'express'],
    {
      'src/users.ts': `
import { controller, httpGet, httpPost, BaseHttpController, BaseMiddleware } from 'inversify-express-utils';
@controller('/x')
export class Users extends BaseHttpController { @httpGet('/') list() { work(1); } //!
 @httpPost('/y') async add() { work(2); } } //!
class M extends BaseMiddleware { handler(req: any, res: any, next: any) { work(3); next(); } } //!`,
    },
  ],
  [
    'tsed',
    ['@tsed/common', '@tsed/schema'],
    {
      'src/users.ts': `
import { Controller } from '@tsed/di';
import { Get, Post } from '@tsed/schema';
@Controller('/x')
export class Users { @Get('/') list() { work(1); } @Post('/y') async add() { work(2); } } //!!`,
    },
  ],
  [
    'midway',
    ['@midwayjs/core', '@midwayjs/koa'],
    {
      'src/users.ts': `
import { Controller, Get, Post, Provide, Inject } from '@midwayjs/core';
@Controller('/x')
export class Users { @Get('/') async list() { work(1); } //!
@Post('/y') async add() { work(2); } } //!`,
    },
  ],
]);
