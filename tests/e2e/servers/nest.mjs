import 'reflect-metadata';
import { Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { helper, launch, launchFailing, launchLate, listening } from './tasks.mjs';

class TasksController {
  start(id, ms) {
    launch(id, ms);
  }

  async startLate(id) {
    await launchLate(id);
  }

  fail() {
    launchFailing();
  }

  health() {
    return 'ok';
  }
}

/** What TypeScript compiles `@Post('tasks/:id') @HttpCode(202) start(@Param('id') id, @Query('ms') ms)` to. */
function decorate(method, decorators, parameters = []) {
  const descriptor = Object.getOwnPropertyDescriptor(TasksController.prototype, method);
  parameters.forEach((parameter, index) => parameter(TasksController.prototype, method, index));
  for (const decorator of decorators) decorator(TasksController.prototype, method, descriptor);
}

decorate('start', [Post('tasks/:id'), HttpCode(202)], [Param('id'), Query('ms')]);
decorate('startLate', [Post('late/:id'), HttpCode(202)], [Param('id')]);
decorate('fail', [Post('failing'), HttpCode(202)]);
decorate('health', [Get('health')]);
Controller()(TasksController);

class AppModule {}
Module({ controllers: [TasksController] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
app.enableShutdownHooks();
const server = await app.listen(0, '127.0.0.1');
if (helper !== undefined) helper.drainOnShutdown(app);
listening(server.address().port);
