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
/** The package itself is the class, too: `const Sequelize = require('sequelize')`. */
const CLIENTS = ['new sequelize#Sequelize|default()', 'new sequelize-typescript#Sequelize()'];
const DEFINED = CLIENTS.map((client) => `${client}.define()`);
/** A model, and the same model with a scope or schema. */
const MODELS = [...DEFINED, ...MODULES.flatMap((name) => [`${name}#Model`, `${name}#Model.init()`])].flatMap(
  (model) => [model, `${model}.scope|unscoped|schema()`],
);
const of = (path: string): string[] => MODELS.map((model) => `${model}.${path}`);
const MODEL = 'typed sequelize#Model';

export const sequelize = defineEntry({
  name: 'sequelize',
  docs: 'https://sequelize.org/docs/v6/core-concepts/model-querying-basics/',
  packages: ['sequelize', 'sequelize-typescript'],
  receivers: { model: { values: [...CLIENTS, ...DEFINED] } },
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
      calls: DEFINED,
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
    ...DEFINED.map((model) => `${model}.new.${INSTANCE}`),
    ...CLIENTS.map((client) => `${client}.query|transaction|sync|authenticate|close|drop()`),
    ...CLIENTS.map((client) => `${client}.transaction().commit|rollback()`),
    ...MODULES.map((name) => `typed ${name}#Model.${INSTANCE}`),
    'typed sequelize#Transaction.commit|rollback()',
  ],
  yields: [
    { calls: of('findOne|findByPk|create()'), gives: MODEL },
    { calls: of('findAll|bulkCreate()'), gives: MODEL, at: '*' },
    { calls: of('findOrCreate|findOrBuild|findCreateFind|upsert()'), gives: MODEL, at: '0' },
    { calls: of('findAndCountAll()'), gives: MODEL, at: 'rows.*' },
  ],
  extended: [
    { values: [MODEL, ...DEFINED.flatMap((model) => [`${model}.new`, `${model}.build()`])], under: ['prototype'] },
  ],
  lookalikes: [...DEFINED.map((model) => `${model}.build()`), 'sequelize#Model.build|init()'],
  scopes: [{ calls: CLIENTS.map((client) => `${client}.transaction()`) }],
});
