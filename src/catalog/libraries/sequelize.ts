import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const STATICS = names(`
  create bulkCreate findAll findOne findByPk findOrCreate findAndCountAll update destroy upsert count increment
  decrement restore truncate sum max min sync
`);

const HOOKS = [
  'Create',
  'Update',
  'Save',
  'Upsert',
  'Destroy',
  'Restore',
  'BulkCreate',
  'BulkUpdate',
  'BulkDestroy',
].flatMap((what) => [`Before${what}`, `After${what}`]);
const METHODS = HOOKS.map((name) => name.replace(/^./, (first) => first.toLowerCase()));

export const sequelize = defineEntry({
  name: 'sequelize',
  docs: 'https://sequelize.org/docs/v6/core-concepts/model-querying-basics/',
  packages: ['sequelize', 'sequelize-typescript'],
  receivers: { model: { values: ['new sequelize#Sequelize()', 'new sequelize#Sequelize().define()'] } },
  registrations: [
    {
      on: 'model',
      methods: ['addHook'],
      minimumArguments: 2,
      handlers: ['last'],
      kind: 'job',
      label: 'model hook {0}',
    },
    {
      on: 'model',
      methods: METHODS,
      handlers: ['last'],
      kind: 'job',
      label: 'model hook {method}',
    },
    {
      calls: ['sequelize', 'sequelize-typescript'].map((name) => `${name}#Model.addHook|${METHODS.join('|')}()`),
      handlers: ['last'],
      kind: 'job',
      label: 'model hook {0}',
    },
    {
      calls: ['new sequelize#Sequelize().define()'],
      handlers: [{ option: 'hooks.*', argument: 2 }],
      kind: 'job',
      label: 'model hook {key}',
    },
    {
      calls: ['sequelize#Model.init()'],
      handlers: [{ option: 'hooks.*', argument: 1 }],
      kind: 'job',
      label: 'model hook {key}',
    },
  ],
  decorators: [
    {
      // With options they are called.
      names: [`sequelize-typescript#${HOOKS.join('|')}`, `sequelize-typescript#${HOOKS.join('|')}()`],
      kind: 'job',
      label: 'model hook {name}',
    },
  ],
  returned: 'awaited',
  launches: [
    `new sequelize#Sequelize().define().${STATICS}()`,
    'new sequelize#Sequelize().define().new.save|update|destroy|reload|increment|decrement|restore()',
    'new sequelize#Sequelize().query|transaction|sync|authenticate|close|drop()',
    `sequelize#Model.${STATICS}()`,
    'typed sequelize#Model.save|update|destroy|reload|increment|decrement|restore()',
    `sequelize-typescript#Model.${STATICS}()`,
    'typed sequelize-typescript#Model.save|update|destroy|reload|increment|decrement|restore()',
    'typed sequelize#Transaction.commit|rollback()',
  ],
  lookalikes: ['new sequelize#Sequelize().define().build()', 'sequelize#Model.build|init()'],
  scopes: [{ calls: ['new sequelize#Sequelize().transaction()'] }],
});
