import { documented } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'nestjs, a controller',
    `
    import { Controller, Get, Post, Query, RequestMapping, Sse } from '@nestjs/common';
    @Controller('cats') export class Cats {
      @Get(':id') async one(@Query('x') x) { work(x); }
      @Post() async add() { work(1); }
      @RequestMapping({ path: 'any' }) async any() { work(1); }
      @Sse('feed') async feed() { work(1); }
      async helper() { work(1); }
    }`,
    ['GET /cats/:id', 'POST /cats', 'route Cats.any', 'SSE /cats/feed'],
  ],
  [
    'nestjs, what stands around a route',
    `
    import { CanActivate, NestInterceptor, PipeTransform, ExceptionFilter, NestMiddleware, OnModuleInit, Injectable, Catch } from '@nestjs/common';
    @Injectable() export class Auth implements CanActivate { async canActivate(context) { work(1); return true; } }
    @Injectable() export class Log implements NestInterceptor { intercept(context, next) { return next.handle().pipe(tap(async () => { work(1); })); } }
    export class Trim implements PipeTransform { async transform(value) { work(1); return value; } }
    @Catch() export class All implements ExceptionFilter { async catch(error, host) { work(1); } }
    export class Trace implements NestMiddleware { async use(req, res, next) { work(1); next(); } }
    export class Warm implements OnModuleInit { async onModuleInit() { work(1); } }`,
    ['guard Auth', 'interceptor Log', 'pipe Trim', 'exception filter All', 'middleware Trace', 'Warm.onModuleInit'],
  ],
  [
    'nestjs, what stands around a route without its interface, as in compiled code',
    `
    import { Injectable, Catch, Module } from '@nestjs/common';
    @Injectable() export class Auth { async canActivate(context) { work(1); return true; } }
    @Injectable() export class Log { async intercept(context, next) { work(1); return next.handle(); } }
    @Catch() export class All { async catch(error, host) { work(1); } }
    @Injectable() export class Warm { async onModuleInit() { work(1); } async warm() { work(1); } }
    @Module({}) export class App { async onApplicationShutdown() { work(1); } }`,
    ['guard Auth', 'interceptor Log', 'exception filter All', 'Warm.onModuleInit', 'App.onApplicationShutdown'],
  ],
  [
    'nestjs, functional middleware',
    `
    import { NestFactory } from '@nestjs/core';
    import { MiddlewareConsumer } from '@nestjs/common';
    const app = await NestFactory.create(AppModule);
    app.use(async (req, res, next) => { work(1); next(); });
    export class AppModule { configure(consumer: MiddlewareConsumer) { consumer.apply(async (req, res, next) => { work(2); next(); }).forRoutes('*'); } }`,
    ['middleware', 'middleware'],
  ],
  [
    'nestjs microservices',
    `
    import { Controller } from '@nestjs/common';
    import { MessagePattern, EventPattern, GrpcMethod } from '@nestjs/microservices';
    @Controller() export class Sums {
      @MessagePattern('sum') async sum(data) { work(data); }
      @EventPattern('created') async created(data) { work(data); }
      @GrpcMethod('Heroes', 'find') async find(data) { work(data); }
    }`,
    ['message sum', 'event created', 'gRPC Sums.find'],
  ],
  [
    'nestjs gateways',
    `
    import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    @WebSocketGateway() export class Chat {
      @SubscribeMessage('events') async events(client, data) { work(data); }
      async handleConnection(client) { work(client); }
      async other() { work(1); }
    }`,
    ['socket message events', 'Chat.handleConnection'],
  ],
  [
    'nestjs graphql',
    `
    import { Query as Param } from '@nestjs/common';
    import { Resolver, Query, Mutation, ResolveField } from '@nestjs/graphql';
    @Resolver(() => Author) export class Authors {
      @Query(() => Author) async author() { work(1); }
      @Mutation(() => Author) async save() { work(1); }
      @ResolveField() async posts() { work(1); }
      async other(@Param() x) { work(x); }
    }`,
    ['QUERY Authors.author', 'MUTATION Authors.save', 'field Authors.posts'],
  ],
  [
    'nestjs schedule',
    `
    import { Cron, Interval } from '@nestjs/schedule';
    export class Tasks { @Cron('45 * * * * *') async cron() { work(1); } @Interval(10000) async often() { work(1); } }`,
    ['schedule Tasks.cron', 'schedule Tasks.often'],
  ],
  [
    'nestjs queues',
    `
    import { Processor, WorkerHost, OnWorkerEvent } from '@nestjs/bullmq';
    import { Process } from '@nestjs/bull';
    @Processor('audio') export class Audio extends WorkerHost { async process(job) { work(job); } @OnWorkerEvent('completed') async done() { work(1); } }
    export class Old { @Process('transcode') async transcode(job) { work(job); } }`,
    ['worker Audio', 'queue event Audio.done', 'process Old.transcode'],
  ],
  [
    'nestjs events and cqrs',
    `
    import { OnEvent } from '@nestjs/event-emitter';
    import { CommandHandler, EventsHandler } from '@nestjs/cqrs';
    export class Listener { @OnEvent('order.created') async created(event) { work(event); } }
    @EventsHandler(Killed) export class OnKilled { async handle(event) { work(event); } }
    @CommandHandler(Kill) export class DoKill { async execute(command) { work(command); } }`,
    ['event order.created', 'event handler OnKilled', 'command DoKill'],
  ],
]);

silent(
  'what Nest sends without a promise',
  `
  import { Controller, Get } from '@nestjs/common';
  import { ClientProxy } from '@nestjs/microservices';
  import { HttpService } from '@nestjs/axios';
  import { EventBus } from '@nestjs/cqrs';
  @Controller() export class C {
    constructor(private client: ClientProxy, private http: HttpService, private bus: EventBus) {}
    @Get() async get() { this.client.emit('a', 1); this.http.get('x'); this.bus.publish(1); }
  }`,
);
