import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const ONE = names(
  'find findOrFail findBy findByOrFail first firstOrFail create firstOrCreate updateOrCreate firstOrNew',
);
const MANY = names(`
  all findMany findManyBy createMany fetchOrCreateMany fetchOrNewUpMany updateOrCreateMany createManyQuietly
`);
const RELATED = names(`
  create createMany save saveMany firstOrCreate updateOrCreate updateOrCreateMany attach detach sync associate
  dissociate
`);
const HOOKS = ['Save', 'Create', 'Update', 'Delete', 'Find', 'Fetch', 'Paginate'].flatMap((what) => [
  `before${what}`,
  `after${what}`,
]);
/** The modules since version 6 of AdonisJS, and before. */
const MODULES = ['@adonisjs/lucid/orm', '@ioc:Adonis/Lucid/Orm'];
const of = (path: string): string[] => MODULES.map((module) => `${module}#BaseModel.${path}`);
const MODEL = 'typed @adonisjs/lucid/orm#BaseModel';
const SERVICE = ['@adonisjs/lucid/services/db#default', '@ioc:Adonis/Lucid/Database#default'];

export const lucid = defineEntry({
  name: 'lucid',
  docs: 'https://lucid.adonisjs.com/docs/crud-operations',
  packages: ['@adonisjs/lucid'],
  versions: '18 to 22',
  decorators: [
    { names: MODULES.map((module) => `${module}#${HOOKS.join('|')}()`), kind: 'job', label: 'model hook {name}' },
  ],
  returned: 'awaited',
  launches: [
    ...of(`${ONE}|${MANY}|truncate()`),
    ...of('query().**.first|firstOrFail|exec|paginate()'),
    ...MODULES.flatMap((module) => [
      `typed ${module}#BaseModel.save|delete|refresh|load|loadCount|loadAggregate()`,
      `typed ${module}#BaseModel.fill|merge|useTransaction|enableForceUpdate().**.save()`,
      `typed ${module}#BaseModel.related().${RELATED}()`,
    ]),
    ...SERVICE.map((service) => `${service}.rawQuery|transaction()`),
  ],
  lazy: [
    ...of('query().**()'),
    ...MODULES.map((module) => `typed ${module}#BaseModel.related().query().**()`),
    ...SERVICE.flatMap((service) => [`${service}.from|table|query|insertQuery().**()`]),
  ],
  yields: [
    { calls: [...of(`${ONE}()`), ...of('query().**.first|firstOrFail()')], gives: MODEL },
    {
      calls: [...of(`${MANY}()`), ...of('query()'), ...of('query().**()')],
      except: of('query().**.update|delete|count|paginate|increment|decrement().**'),
      gives: MODEL,
      at: '*',
    },
  ],
  scopes: [{ calls: SERVICE.map((service) => `${service}.transaction()`) }],
});
