import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

/** Queries that yield one document, several, or none. */
const ONE = names(`
  findOne findById findOneAndUpdate findOneAndDelete findOneAndReplace findOneAndRemove findByIdAndUpdate
  findByIdAndDelete findByIdAndRemove
`);
const QUERIES = `${ONE}|${names(`
  find updateOne updateMany replaceOne deleteOne deleteMany countDocuments estimatedDocumentCount distinct exists where
  aggregate
`)}`;
/** Methods that make a query yield something other than documents. */
const PLAIN = names('lean countDocuments estimatedDocumentCount distinct updateOne updateMany deleteOne deleteMany');
const CONNECTIONS = ['mongoose#createConnection()', 'typed mongoose#Connection'];

/** Ways to get a model: create it, look it up, or have it injected. */
const MODELS = [
  'mongoose#model()',
  'mongoose#models.*',
  'mongoose#connection.model()',
  'mongoose#connection.models.*',
  ...CONNECTIONS.flatMap((connection) => [`${connection}.model()`, `${connection}.models.*`]),
  'typed mongoose#Model',
];
const of = (path: string): string[] => MODELS.map((model) => `${model}.${path}`);

const DOCUMENTS = [...of('new'), 'typed mongoose#Document|HydratedDocument'];
const DOCUMENT = 'typed mongoose#Document';

export const mongoose = defineEntry({
  name: 'mongoose',
  docs: 'https://mongoosejs.com/docs/queries.html',
  packages: ['mongoose'],
  // Version 8 removed findOneAndRemove() and findByIdAndRemove().
  versions: '6 to 9',
  receivers: { schema: { values: ['new mongoose#Schema()'] } },
  registrations: [
    {
      on: 'schema',
      methods: ['pre', 'post'],
      minimumArguments: 2,
      handlers: ['last'],
      kind: 'job',
      label: 'model hook {method} {0}',
    },
  ],
  returned: 'awaited',
  launches: [
    ...of('create|insertMany|bulkWrite|bulkSave|init|syncIndexes|createIndexes()'),
    ...of('**.exec()'),
    ...DOCUMENTS.map((document) => `${document}.save|populate|validate()`),
    ...DOCUMENTS.map((document) => `${document}.**.set|$set|overwrite|increment().save()`),
    'mongoose#connect|disconnect()',
  ],
  // With a callback, up to version 6, they return nothing.
  synchronous: [
    {
      values: [
        ...of('create|insertMany|bulkWrite|bulkSave|init|syncIndexes|createIndexes()'),
        ...of('**.exec()'),
        ...DOCUMENTS.map((document) => `${document}.save|populate|validate()`),
      ],
      callback: true,
    },
  ],
  // A Query is a thenable that runs on the first then, await or exec (mongoosejs.com, "Queries are Not Promises").
  lazy: [
    ...of(`${QUERIES}()`),
    ...of(`${QUERIES}().**()`),
    ...DOCUMENTS.map((document) => `${document}.deleteOne|updateOne|replaceOne()`),
  ],
  lazyTypes: ['mongoose#Query|Aggregate'],
  yields: [
    {
      calls: [...of(`${ONE}()`), ...of(`${ONE}().**()`), ...of('**.findOne()')],
      except: of(`**.${PLAIN}().**`),
      gives: DOCUMENT,
    },
    {
      calls: [...of('find()'), ...of('find().**()'), ...of('where().**()'), ...of('insertMany()')],
      except: of(`**.${PLAIN}().**`),
      gives: DOCUMENT,
      at: '*',
    },
    { calls: of('create()'), gives: DOCUMENT },
  ],
  extended: [
    { values: MODELS, under: ['statics'], methods: ['static'], classes: ['loadClass'], isStatic: true },
    { values: DOCUMENTS, under: ['methods'], methods: ['method'], classes: ['loadClass'] },
  ],
  // With a callback, up to version 6. Its second parameter is what the query yields.
  hands: [
    { calls: [...of(`${ONE}()`), ...of(`${ONE}().**.exec()`), ...of('create()')], parameter: 1, is: DOCUMENT },
    { calls: [...of('find()'), ...of('find().**.exec()')], parameter: 1, is: DOCUMENT, at: '*' },
  ],
  leases: [{ calls: ['mongoose#startSession()', 'mongoose#default.startSession()'], release: 'endSession' }],
});
