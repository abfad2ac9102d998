import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const STATICS = names(`
  create bulkCreate findAll findOne findByPk findOrCreate findOrBuild findCreateFind findAndCountAll
  update destroy upsert count increment
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

const INSTANCE = 'save|update|destroy|reload|restore|increment|decrement|validate()';
const MODULES = ['sequelize', 'sequelize-typescript'];
/** A model, and the same model with a scope or schema. */
const MODELS = ['new sequelize#Sequelize().define()', ...MODULES.map((name) => `${name}#Model`)].flatMap((model) => [
  model,
  `${model}.scope|unscoped|schema()`,
]);
const of = (path: string): string[] => MODELS.map((model) => `${model}.${path}`);
const MODEL = 'typed sequelize#Model';

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
      // With options, the decorators are called.
      names: [`sequelize-typescript#${HOOKS.join('|')}`, `sequelize-typescript#${HOOKS.join('|')}()`],
      kind: 'job',
      label: 'model hook {name}',
    },
  ],
  returned: 'awaited',
  launches: [
    ...of(`${STATICS}()`),
    ...of(`build().${INSTANCE}`),
    `new sequelize#Sequelize().define().new.${INSTANCE}`,
    'new sequelize#Sequelize().query|transaction|sync|authenticate|close|drop()',
    ...MODULES.map((name) => `typed ${name}#Model.${INSTANCE}`),
    'typed sequelize#Transaction.commit|rollback()',
  ],
  yields: [
    { calls: of('findOne|findByPk|create()'), gives: MODEL },
    { calls: of('findAll|bulkCreate()'), gives: MODEL, at: '*' },
    { calls: of('findOrCreate|findOrBuild|findCreateFind|upsert()'), gives: MODEL, at: '0' },
    { calls: of('findAndCountAll()'), gives: MODEL, at: 'rows.*' },
  ],
  lookalikes: ['new sequelize#Sequelize().define().build()', 'sequelize#Model.build|init()'],
  scopes: [{ calls: ['new sequelize#Sequelize().transaction()'] }],
});
