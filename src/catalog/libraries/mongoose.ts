import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const QUERIES = names(`
  find findOne findById findOneAndUpdate findOneAndDelete findOneAndReplace findByIdAndUpdate findByIdAndDelete
  updateOne updateMany replaceOne deleteOne deleteMany countDocuments estimatedDocumentCount distinct exists where
  aggregate
`);

export const mongoose = defineEntry({
  name: 'mongoose',
  docs: 'https://mongoosejs.com/docs/queries.html',
  packages: ['mongoose'],
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
    'mongoose#model().create|insertMany|bulkWrite|bulkSave|init|syncIndexes()',
    'mongoose#model().**.exec()',
    'mongoose#model().new.save|deleteOne()',
    'mongoose#connect|disconnect()',
  ],
  // A Query is a thenable that runs on the first then, await or exec (mongoosejs.com, "Queries are Not Promises").
  lazy: [`mongoose#model().${QUERIES}()`, `mongoose#model().${QUERIES}().**()`],
  lazyTypes: ['mongoose#Query|Aggregate'],
  leases: [{ calls: ['mongoose#startSession()', 'mongoose#default.startSession()'], release: 'endSession' }],
});
