import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const ENTITY_REPOSITORY = names(`
  find findAll findOne findOneOrFail findAndCount nativeUpdate nativeDelete upsert count
`);

const MANAGER = names(`
  find findAll findOne findOneOrFail findAndCount flush persistAndFlush removeAndFlush nativeUpdate nativeDelete
  upsert upsertMany insert insertMany transactional begin commit rollback count refresh populate lock
`);

/** persist() and remove() only note what flush() will do. */
export const mikroOrm = defineEntry({
  name: 'mikro-orm',
  docs: 'https://mikro-orm.io/docs/entity-manager',
  packages: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/nestjs'],
  launches: [
    `typed @mikro-orm/core#EntityManager.${MANAGER}()`,
    `typed @mikro-orm/postgresql#EntityManager|SqlEntityManager.${MANAGER}()`,
    `typed @mikro-orm/core#EntityRepository.${ENTITY_REPOSITORY}()`,
    '@mikro-orm/core#MikroORM.init()',
  ],
  lookalikes: ['typed @mikro-orm/core#EntityManager.persist|remove|assign|create|clear|fork()'],
});
