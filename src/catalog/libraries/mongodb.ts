import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const COLLECTION = names(`
  insertOne insertMany updateOne updateMany replaceOne deleteOne deleteMany findOne findOneAndUpdate
  findOneAndDelete findOneAndReplace countDocuments estimatedDocumentCount distinct bulkWrite createIndex drop
`);

export const mongodb = defineEntry({
  name: 'mongodb',
  docs: 'https://www.mongodb.com/docs/drivers/node/current/',
  packages: ['mongodb'],
  launches: [
    `new mongodb#MongoClient().db().collection().${COLLECTION}()`,
    `typed mongodb#Collection.${COLLECTION}()`,
    'new mongodb#MongoClient().connect|close()',
    'new mongodb#MongoClient().db().collection().find|aggregate().**.toArray|forEach|next|close()',
  ],
  scopes: [{ method: 'withSession' }],
  leases: [
    {
      calls: ['new mongodb#MongoClient().startSession()'],
      release: 'endSession',
    },
  ],
});
