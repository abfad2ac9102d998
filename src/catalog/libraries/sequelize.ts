import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const STATICS = names(`
  create bulkCreate findAll findOne findByPk findOrCreate findAndCountAll update destroy upsert count increment
  decrement restore truncate sum max min sync
`);

export const sequelize = defineEntry({
  name: 'sequelize',
  docs: 'https://sequelize.org/docs/v6/core-concepts/model-querying-basics/',
  packages: ['sequelize', 'sequelize-typescript'],
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
