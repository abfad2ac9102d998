import 'reflect-metadata';
import { Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { helper, launch, launchFailing, launchLate, listening } from './tasks.mjs';
import { decorate } from '../../support/decorated.mjs';

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

decorate(TasksController, 'start', [Post('tasks/:id'), HttpCode(202)], [Param('id'), Query('ms')]);
decorate(TasksController, 'startLate', [Post('late/:id'), HttpCode(202)], [Param('id')]);
decorate(TasksController, 'fail', [Post('failing'), HttpCode(202)]);
decorate(TasksController, 'health', [Get('health')]);
Controller()(TasksController);

class AppModule {}
Module({ controllers: [TasksController] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
app.enableShutdownHooks();
const server = await app.listen(0, '127.0.0.1');
if (helper !== undefined) helper.drainOnShutdown(app);
listening(server.address().port);
