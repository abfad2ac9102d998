import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const manifest = (name: string): string =>
  `{ "name": "server", "type": "module", "dependencies": { "express": "5", "${name}": "1" } }`;
const SAVE = 'const save = async (x?: unknown) => { await fetch(String(x)); };\n';

describe('hooks of models', () => {
  reaches('listeners and subscribers of typeorm, those of a base class of one’s own too', {
    'package.json': manifest('typeorm'),
    'order.ts': `import { AfterInsert, Entity } from 'typeorm';
${SAVE}@Entity()
export class Order {
  @AfterInsert() tell() { save(this); } //! model hook Order.tell
  total() { save(this); }
}
`,
    'base.ts': `import type { EntitySubscriberInterface as Subscriber, InsertEvent } from 'typeorm';
export abstract class Base<T> implements Subscriber<T> {
  async afterInsert(event: InsertEvent<T>) { await this.afterCreate(event.entity); }
  protected abstract afterCreate(entity: T): Promise<void>;
}
`,
    'audit.ts': `import { Base } from './base';
${SAVE}export class Audit extends Base<object> {
  protected async afterCreate(entity: object) { save(entity); } //! model hook Base.afterInsert
  protected async unused(entity: object) { save(entity); }
}
`,
  });
  reaches('of mongoose', {
    'package.json': manifest('mongoose'),
    'order.js': `import mongoose, { Schema } from 'mongoose';
${SAVE.replace('?: unknown', '')}const schema = new Schema({});
schema.post('save', (doc) => { save(doc); }); //! model hook post save
schema.method('total', () => { save(1); });
export const Order = mongoose.model('Order', schema);
`,
  });
  reaches('of prisma, around queries', {
    'package.json': manifest('@prisma/client'),
    'extensions.ts': `import { Prisma, PrismaClient } from '@prisma/client';
${SAVE}export const audited = Prisma.defineExtension((client) =>
  client.$extends({
    name: 'audited',
    query: {
      $allModels: {
        async $allOperations({ args, query }) {
          save(args); //! query hook $allModels.$allOperations
          return query(args);
        },
      },
    },
    model: { order: { total() { save(1); } } },
  }),
);
export const named = Prisma.defineExtension({
  query: { order: { async create({ args, query }) { save(args); return query(args); } } }, //! query hook order.create
});
export const db = new PrismaClient().$extends({
  query: { async $queryRaw({ args, query }) { save(args); return query(args); } }, //! query hook $queryRaw
  client: { log() { save(1); } },
});
`,
  });
  reaches('of sequelize', {
    'package.json': manifest('sequelize'),
    'order.js': `import { Sequelize } from 'sequelize';
${SAVE.replace('?: unknown', '')}const sequelize = new Sequelize('');
const Order = sequelize.define('order', {}, { hooks: { afterCreate(row) { save(row); } } }); //! model hook afterCreate
Order.addHook('afterSave', (row) => { save(row); }); //! model hook afterSave
Order.afterDestroy((row) => { save(row); }); //! model hook afterDestroy
`,
  });
  reaches('of sequelize, on a class', {
    'package.json': manifest('sequelize'),
    'order.js': `import { Model } from 'sequelize';
${SAVE.replace('?: unknown', '')}class Order extends Model {
  static totals() { save(1); }
}
Order.addHook('afterSave', (row) => { save(row); }); //! model hook afterSave
Order.afterDestroy((row) => { save(row); }); //! model hook
class Other { static addHook(name, run) { run(name); } }
Other.addHook('afterSave', (row) => { save(row); });
`,
  });
  reaches('of objection', {
    'package.json': manifest('objection'),
    'person.ts': `import { Model } from 'objection';
${SAVE}export class Person extends Model {
  async $afterInsert() { save(this); } //! model hook Person.$afterInsert
  static async beforeDelete(args: unknown) { save(args); } //! model hook Person.beforeDelete
  $afterwards() { save(this); }
}
class Plain {}
export class Row extends Plain {
  async $afterInsert() { save(this); }
}
`,
  });
  reaches('of objection, in a class whose base is one of one’s own', {
    'package.json': manifest('objection'),
    'base.ts': `import { Model } from 'objection';
export class Base extends Model {}
`,
    'step.ts': `import { Base } from './base';
${SAVE}export class Step extends Base {
  async $afterInsert() { save(this); } //! model hook Step.$afterInsert
  $afterwards() { save(this); }
}
`,
    'plain.ts': `${SAVE}class Plain { name = 1; }
export class Row extends Plain {
  async $afterInsert() { save(this); }
}
`,
  });
  reaches('of MikroORM', {
    'package.json': manifest('@mikro-orm/core'),
    'audit.ts': `import type { EventArgs, EventSubscriber } from '@mikro-orm/core';
${SAVE}export class Audit implements EventSubscriber {
  async afterUpdate(args: EventArgs<object>) { save(args); } //! model hook Audit.afterUpdate
}
`,
  });
  reaches('and events of oidc-provider', {
    'package.json': manifest('oidc-provider'),
    'events.ts': `import type Provider from 'oidc-provider';
${SAVE}const createListener = () => async (ctx: unknown) => { save(ctx); }; //! oidc grant.success
export const listen = (provider: Provider) => { provider.addListener('grant.success', createListener()); };
`,
  });
});
