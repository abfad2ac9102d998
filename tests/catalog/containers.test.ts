import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const SERVICES = `export interface Sends { send(to: string): Promise<void>; }
export class Mailer implements Sends { async send(to: string) { record(to); await fetch(to); } } //! POST /a
export class Sms { send(to: string) { return to; } }
export class Log { async send(to: string) { await fetch(to); } }
async function record(to: string) { await fetch(to); }
`;
const server = (name: string, keep: string, reads: string): Record<string, string> => ({
  'package.json': `{ "name": "server", "type": "module", "dependencies": { "express": "5", "${name}": "1" } }`,
  'services.ts': reads.includes('//!') ? SERVICES : SERVICES.replace(' //! POST /a', ''),
  'container.ts': `import { Mailer, Sms, Log, type Sends } from './services.ts';\n${keep}\n`,
  'app.ts': `import express from 'express';
import type { Sends, Mailer } from './services.ts';
import { container } from './container.ts';
const app = express();
app.post('/a', async (req, res) => {
${reads}
  res.end();
});
`,
});

describe('what a container gives for a key', () => {
  reaches(
    'in awilix',
    server(
      'awilix',
      `import { asClass, asFunction, asValue, createContainer } from 'awilix';
export const container = createContainer();
container.register({ mail: asClass(Mailer).singleton(), sms: asClass(Sms), kept: asValue(new Mailer()) });
container.register('made', asFunction(() => new Mailer()));`,
      `  container.resolve('mail').send('x'); //! POST /a
  container.cradle.mail.send('x'); //! POST /a
  container.resolve('kept').send('x'); //! POST /a
  container.resolve('made').send('x'); //! POST /a
  await container.resolve('mail').send('x');
  container.resolve('sms').send('x');
  container.resolve('other').send('x');`,
    ),
  );
  reaches(
    'in TSyringe',
    server(
      'tsyringe',
      `import { container } from 'tsyringe';
container.register('mail', { useClass: Mailer });
container.register('made', { useFactory: () => new Mailer() });
container.registerInstance('sms', new Sms());
container.registerSingleton('one', Mailer);
export { container };`,
      `  container.resolve('mail').send('x'); //! POST /a
  container.resolve('made').send('x'); //! POST /a
  container.resolve('one').send('x'); //! POST /a
  container.resolve<Sends>('any').send('x'); //! POST /a
  container.resolve('sms').send('x');
  container.resolve('other').send('x');`,
    ),
  );
  reaches(
    'in TypeDI',
    server(
      'typedi',
      `import { Container } from 'typedi';
Container.set('mail', new Mailer());
Container.set('sms', new Sms());
export { Container as container };`,
      `  container.get('mail').send('x'); //! POST /a
  container.get<Mailer>('any').send('x'); //! POST /a
  container.get('sms').send('x');
  container.get('other').send('x');`,
    ),
  );
  reaches(
    'in inversify, by the type that is asked for',
    server(
      'inversify',
      `import { Container } from 'inversify';
export const container = new Container();
container.bind<Sends>('mail').to(Mailer);`,
      `  container.get<Sends>('mail').send('x'); //! POST /a
  await container.get<Sends>('mail').send('x');
  container.get('other').send('x');`,
    ),
  );
  reaches(
    'not in what only reads like one',
    server(
      'unknown',
      `import { Container } from 'unknown';
export const container = new Container();
container.set('mail', new Mailer());`,
      `  container.get('mail').send('x');
  container.get<Mailer>('mail').send('x');`,
    ),
  );
  reaches('in Nest, by the type that is asked for', {
    'package.json':
      '{ "name": "server", "type": "module", "dependencies": { "@nestjs/core": "11", "@nestjs/common": "11" } }',
    'services.ts': SERVICES.replace('POST /a', 'GET /orders'),
    'orders.controller.ts': `import { Controller, Get } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Sends } from './services.ts';
@Controller('orders')
export class Orders {
  constructor(private readonly modules: ModuleRef) {}
  @Get()
  async list() {
    this.modules.get<Sends>('MAIL').send('x'); //! GET /orders
    await this.modules.get<Sends>('MAIL').send('x');
    this.modules.get('MAIL').send('x');
  }
}
`,
  });
});
