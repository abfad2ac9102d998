import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const ENTITY_REPOSITORY = names(`
  find findAll findOne findOneOrFail findAndCount nativeUpdate nativeDelete upsert count
`);

const MANAGER = names(`
  find findAll findOne findOneOrFail findAndCount flush persistAndFlush removeAndFlush nativeUpdate nativeDelete
  upsert upsertMany insert insertMany transactional begin commit rollback count refresh populate lock
`);

/** In version 7, the decorators are in separate packages. */
const CORE = ['@mikro-orm/core', '@mikro-orm/decorators/legacy'];
const HOOKS = [
  ...['Create', 'Update', 'Upsert', 'Delete'].flatMap((what) => [`Before${what}`, `After${what}`]),
  'OnInit',
  'OnLoad',
];
const FLUSHED = ['beforeFlush', 'onFlush', 'afterFlush'];

/** Each driver's package has the same names. */
const MANAGERS = ['typed @mikro-orm/*#EntityManager|SqlEntityManager', '@mikro-orm/*#MikroORM.init().em'];

/** persist() and remove() only record what flush() will do. */
export const mikroOrm = defineEntry({
  name: 'mikro-orm',
  docs: 'https://mikro-orm.io/docs/entity-manager',
  packages: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/nestjs'],
  // The decorators of hooks left the core in version 7.
  versions: '6, 7',
  decorators: [
    {
      names: CORE.map((module) => `${module}#${HOOKS.join('|')}()`),
      kind: 'job',
      label: 'model hook {name}',
    },
  ],
  classes: [
    {
      implements: ['@mikro-orm/core#EventSubscriber'],
      methods: [...HOOKS.map((name) => name.replace(/^./, (first) => first.toLowerCase())), ...FLUSHED],
      kind: 'job',
      label: 'model hook {class}.{name}',
    },
  ],
  returned: 'awaited',
  launches: [
    ...MANAGERS.flatMap((manager) => [
      `${manager}.${MANAGER}()`,
      `${manager}.fork().${MANAGER}()`,
      `${manager}.**.persist|remove().flush()`,
      `${manager}.getRepository().${ENTITY_REPOSITORY}()`,
      `${manager}.fork().getRepository().${ENTITY_REPOSITORY}()`,
    ]),
    `typed @mikro-orm/*#EntityRepository.${ENTITY_REPOSITORY}()`,
    '@mikro-orm/*#MikroORM.init()',
  ],
  hands: MANAGERS.flatMap((manager) =>
    [`${manager}.transactional()`, `${manager}.fork().transactional()`].map((call) => ({
      calls: [call],
      parameter: 0,
      is: 'typed @mikro-orm/core#EntityManager',
    })),
  ),
  scopes: [
    { calls: MANAGERS.flatMap((manager) => [`${manager}.transactional()`, `${manager}.fork().transactional()`]) },
  ],
  lookalikes: MANAGERS.map((manager) => `${manager}.persist|remove|assign|create|clear|fork()`),
});
