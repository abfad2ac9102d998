import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const QUERY_BUILDER = names(`
  execute getMany getOne getOneOrFail getRawMany getRawOne getCount getManyAndCount
`);

const REPOSITORY = names(`
  save insert update upsert delete remove softDelete softRemove restore recover find findBy findOne findOneBy
  findOneOrFail findOneByOrFail findAndCount count countBy exists existsBy increment decrement query clear
`);

/** Entities that save themselves: `class User extends BaseEntity`. */
const ENTITY_STATICS = names(`
  save remove softRemove insert update upsert delete count countBy existsBy find findBy findOne findOneBy findOneOrFail
  findOneByOrFail findAndCount findAndCountBy query clear
`);
const ENTITY = 'save|remove|softRemove|recover|reload()';

export const typeorm = defineEntry({
  name: 'typeorm',
  docs: 'https://typeorm.io/docs/working-with-entity-manager/repository-api',
  packages: ['typeorm', '@nestjs/typeorm'],
  decorators: [
    {
      names: [
        'typeorm#BeforeInsert|AfterInsert|BeforeUpdate|AfterUpdate|BeforeRemove|AfterRemove()',
        'typeorm#BeforeSoftRemove|AfterSoftRemove|BeforeRecover|AfterRecover|AfterLoad()',
      ],
      kind: 'job',
      label: 'model hook {name}',
    },
  ],
  classes: [
    {
      implements: ['typeorm#EntitySubscriberInterface'],
      decorated: ['typeorm#EventSubscriber()'],
      methods: [
        'afterLoad',
        'beforeQuery',
        'afterQuery',
        ...['Insert', 'Update', 'Remove', 'SoftRemove', 'Recover'].flatMap((act) => [`before${act}`, `after${act}`]),
        ...['Start', 'Commit', 'Rollback'].flatMap((act) => [`beforeTransaction${act}`, `afterTransaction${act}`]),
      ],
      kind: 'job',
      label: 'model hook {class}.{name}',
    },
  ],
  returned: 'awaited',
  launches: [
    `typed typeorm#Repository|TreeRepository|MongoRepository.${REPOSITORY}()`,
    `typed typeorm#EntityManager.${REPOSITORY}|transaction()`,
    `new typeorm#DataSource().getRepository().${REPOSITORY}()`,
    'new typeorm#DataSource().query|transaction|initialize|destroy|runMigrations()',
    `new typeorm#DataSource().manager.${REPOSITORY}|transaction()`,
    `typed typeorm#Repository.manager.${REPOSITORY}|transaction()`,
    `typed typeorm#Repository.createQueryBuilder().**.${QUERY_BUILDER}()`,
    `typeorm#BaseEntity.${ENTITY_STATICS}()`,
    `typeorm#BaseEntity.createQueryBuilder().**.${QUERY_BUILDER}()`,
    `typeorm#BaseEntity.create().${ENTITY}`,
    `typed typeorm#BaseEntity.${ENTITY}`,
    'typed typeorm#QueryRunner.connect|startTransaction|commitTransaction|rollbackTransaction|release|query()',
  ],
  yields: [
    {
      calls: ['typeorm#BaseEntity.findOne|findOneBy|findOneOrFail|findOneByOrFail()'],
      gives: 'typed typeorm#BaseEntity',
    },
    { calls: ['typeorm#BaseEntity.find|findBy()'], gives: 'typed typeorm#BaseEntity', at: '*' },
    { calls: ['typeorm#BaseEntity.findAndCount|findAndCountBy()'], gives: 'typed typeorm#BaseEntity', at: '0.*' },
  ],
  lookalikes: ['typed typeorm#Repository.create|merge|createQueryBuilder()'],
  scopes: [
    {
      calls: [
        'new typeorm#DataSource().transaction()',
        'new typeorm#DataSource().manager.transaction()',
        'typed typeorm#EntityManager.transaction()',
      ],
    },
  ],
  leases: [
    {
      calls: ['new typeorm#DataSource().createQueryRunner()'],
      release: 'release',
    },
  ],
});
