import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const POUCH = names(`
  allDocs bulkDocs bulkGet close compact createIndex destroy find get getAttachment info post put
  putAttachment query remove removeAttachment viewCleanup
`);

const NEDB = 'count|ensureIndex|find|findOne|insert|remove|removeIndex|update';

const DYNAMO = names(`
  batchDelete batchGet batchPut create delete get update
`);

export const embeddedDatabases = defineEntry({
  name: 'document and key-value stores',
  docs: 'https://pouchdb.com/api.html',
  packages: [
    'pouchdb',
    'level',
    'classic-level',
    'nano',
    'nedb-promises',
    '@seald-io/nedb',
    'lowdb',
    'dynamoose',
    'memjs',
  ],
  launches: [
    `new pouchdb#default().${POUCH}()`,
    ...['new level#Level()', 'new classic-level#ClassicLevel()'].map(
      (db) => `${db}.put|get|del|batch|open|close|clear|getMany()`,
    ),
    ...['nano#default().use()', 'nano#default().db.use()', 'nano#default().scope()'].map(
      (db) => `${db}.insert|get|destroy|bulk|find|view|list|fetch|head|createIndex()`,
    ),
    'nano#default().db.create|destroy|list|compact|replicate()',
    ...['nedb-promises#default.create()', 'nedb-promises#create()', 'new nedb-promises#default()'].map(
      (db) => `${db}.${NEDB}()`,
    ),
    `new @seald-io/nedb#default().${NEDB.replaceAll('|', 'Async|')}Async|compactDatafileAsync|loadDatabaseAsync()`,
    'lowdb/node#JSONFilePreset().write|read|update()',
    'new lowdb#Low().write|read|update()',
    `dynamoose#model().${DYNAMO}()`,
    'dynamoose#model().new.save|delete|populate()',
    'memjs#Client.create().get|set|add|replace|delete|increment|decrement|flush()',
  ],
});
