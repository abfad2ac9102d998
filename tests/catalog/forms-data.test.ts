import { markedFiles } from '../support/marked-files.ts';

/** Other ways of writing the same than those in the fixtures of its entry, from the documentation. */
markedFiles([
  [
    'mongoose, what queries yield',
    ['mongoose', 'express'],
    {
      'a.ts': `
import mongoose, { Schema, model, type HydratedDocument } from 'mongoose';
import express from 'express';
const Doc = model('Doc', new Schema({ name: String }));
const app = express();
app.post('/x', async (req, res) => {
  const d = await Doc.findById(req.params.id).populate('x').exec();
  d.set('name', 'x').save(); //!
  for await (const each of Doc.find().cursor()) each.save(); //!
  const docs = await Doc.find({}).sort('a').limit(1);
  docs.forEach((one) => one.deleteOne()); //!
  docs.map((one) => one.save()); //!
  await Promise.all(docs.map((one) => one.save()));
  const [first] = await Doc.find();
  first.updateOne({ a: 1 }); //!
  Doc.findOne({ a: 1 }).then((found) => { found.save(); res.json({}); }); //!
  const made = new Doc({});
  made.save().then(() => res.end());
  const lean = await Doc.find().lean();
  lean.forEach((x) => x.save());
  Doc.updateMany({}, {}); //!
  await Doc.bulkWrite([]);
  const s = await mongoose.startSession();
  await s.withTransaction(async () => { d.save({ session: s }); }); //!
});
export async function touch(doc: HydratedDocument<{ a: number }>) { doc.save(); } //!
app.get('/y', async (req, res) => { await touch(await Doc.findOne()); res.end(); });`,
    },
  ],
  [
    'sequelize, typeorm, objection, mikro-orm',
    ['sequelize', 'typeorm', 'objection', '@mikro-orm/core', '@mikro-orm/postgresql', 'express'],
    {
      'a.ts': `
import { Sequelize, DataTypes, Model } from 'sequelize';
import { Model as OModel } from 'objection';
import { MikroORM } from '@mikro-orm/postgresql';
import { BaseEntity, Entity } from 'typeorm';
import express from 'express';
const sequelize = new Sequelize('x');
const User = sequelize.define('User', { a: DataTypes.STRING });
class Post extends Model {}
Post.init({}, { sequelize });
class Pet extends OModel { static tableName = 'pets'; }
@Entity() class Cat extends BaseEntity {}
const orm = await MikroORM.init({});
express().post('/x', async (req, res) => {
  const [user, created] = await User.findOrCreate({ where: {} });
  user.update({ a: 'x' }); //!
  const { rows, count } = await Post.findAndCountAll();
  rows.forEach((row) => row.destroy()); //!
  user.increment('a'); //!
  await sequelize.transaction(async (t) => { user.save({ transaction: t }); }); //!
  const pet = await Pet.query().findById(1);
  pet.$query().patch({}); //!
  Pet.query().delete().where('x', 1); //!
  await pet.$relatedQuery('owner').for(1);
  const cat = await Cat.findOneBy({ id: 1 });
  cat.remove(); //!
  const em = orm.em.fork();
  em.persist({}).flush(); //!
  em.persist({});
  await em.transactional(async (inner) => { inner.flush(); }); //!
  res.end();
});`,
    },
  ],
  [
    'meteor, other hooks',
    ['@types/meteor'],
    {
      'server/a.js': `
import { Meteor } from 'meteor/meteor';
import { Accounts } from 'meteor/accounts-base';
import { WebApp } from 'meteor/webapp';
import { SyncedCron } from 'meteor/littledata:synced-cron';
import { Mongo } from 'meteor/mongo';
import { ValidatedMethod } from 'meteor/mdg:validated-method';
const Posts = new Mongo.Collection('posts');
Meteor.publish('posts', async function (id) { Posts.updateAsync(id, {}); return Posts.find(); }); //!
Accounts.onCreateUser((options, user) => { work(1); return user; }); //!
WebApp.handlers.get('/x', async (req, res) => { work(2); res.end(); }); //!
SyncedCron.add({ name: 'x', schedule: (p) => p.text('x'), async job() { work(3); } }); //!
Meteor.methods({ async 'a.b'(id) {
  this.unblock();
  Meteor.defer(() => work(4));
  Posts.insertAsync({}); //!
  const p = await Posts.findOneAsync(id);
  Meteor.callAsync('y'); //!
} });
export const rename = new ValidatedMethod({ name: 'x', validate: null, async run({ id }) { Posts.updateAsync(id, {}); } }); //!`,
    },
  ],
]);

markedFiles(
  [
    [
      'collections in other words',
      ['lodash', 'bluebird', 'async', 'express', 'lodash-es', 'p-map'],
      {
        'a.ts': `
import _ from 'lodash';
import { forEach, map as lmap } from 'lodash-es';
import P from 'bluebird';
import async from 'async';
import pMap from 'p-map';
import express from 'express';
express().post('/x', async (req, res) => {
  forEach(req.body, async (x) => { await work(x); }); //!
  _(req.body).forEach(async (x) => { await work(x); }); //!
  P.each(req.body, (x) => work(x)); //!
  P.resolve(req.body).map((x) => work(x)); //!
  async.eachSeries(req.body, async (x) => { await work(x); }); //!
  async.each(req.body, (x, cb) => { work(x).then(() => cb(), cb); }, (err) => { res.end(); });
  pMap(req.body, (x) => work(x), { concurrency: 2 }); //!
  await pMap(req.body, (x) => work(x));
  req.body.reduce((p, x) => p.then(() => work(x)), Promise.resolve()); //!
  Array.from(req.body, (x) => work(x)); //!
  Object.entries(req.body).map(async ([k, v]) => { await work(v); }); //!
  new Set(req.body).forEach(async (x) => { await work(x); }); //!
  _.debounce(async () => { await work(1); }, 10)();
  _.defer(async () => { await work(1); }); //!
});`,
      },
    ],
  ],
  { handedOn: false },
);
