import { describe, expect, it } from 'vitest';
import { findingsInPackage } from '../support/packages.ts';

/** What is found in the body of a handler, in a package that depends on a library. */
function foundBelow(head: string, body: string, others: Readonly<Record<string, string>> = {}): string[] {
  const code = `import express from 'express';\n${head}\nexpress().post('/x', async (req, res) => {\n${body}\nres.end();\n});`;
  const { findings, source } = findingsInPackage(['express'], { ...others, 'app.ts': code }, 'app.ts', {
    reach: 'project',
  });
  return findings.map(({ form, node }) => `${form}: ${source.text.slice(...node.range)}`);
}

const MONGOOSE = "import mongoose from 'mongoose'; const Doc = mongoose.model('Doc', new mongoose.Schema({}));";
const SOURCES =
  "import { DataSource } from 'typeorm'; let source; function open(kind) { switch (kind) { case 1: source = new DataSource({ a: 1 }); break; case 2: source = new DataSource({ a: 2 }); break; case 3: source = new DataSource({ a: 3 }); break; case 4: source = new DataSource({ a: 4 }); break; default: source = new DataSource({}); } }";
const SEQUELIZE =
  "import { Sequelize, Model } from 'sequelize'; const User = new Sequelize('').define('User', {}); class Post extends Model {} class Draft extends Post { async send() { await fetch('x'); } }";
const TYPEORM = "import { BaseEntity } from 'typeorm'; class User extends BaseEntity {}";
const OBJECTION = "import { Model } from 'objection'; class User extends Model {}";
const LUCID = "import { BaseModel } from '@adonisjs/lucid/orm'; class User extends BaseModel {}";
const PARSE = "const Parse = require('parse/node');";

/** How something was come by, and the call on it that starts work. */
const WORKS: readonly (readonly [head: string, before: string, call: string, form?: string])[] = [
  [MONGOOSE, 'const d = await Doc.findOne({});', 'd.save()'],
  [SOURCES, '', 'source.getRepository(User).save({})'],
  [MONGOOSE, 'const d = await Doc.findById(1).populate("x").exec();', 'd.deleteOne()', 'lazy'],
  [MONGOOSE, 'const d = await Doc.create({});', 'd.save()'],
  [MONGOOSE, 'let d; d = await Doc.findOne({});', 'd.save()'],
  [MONGOOSE, 'const [d, n] = await Promise.all([Doc.findOne({}), Doc.countDocuments()]);', 'd.save()'],
  [MONGOOSE, 'const ds = await Doc.find({}).sort({}).limit(3);', 'ds[0].save()'],
  [MONGOOSE, 'const d = (await Doc.find({})).find((one) => one.due);', 'd.save()'],
  [
    MONGOOSE.replace('mongoose.model(', 'mongoose.models.Doc || mongoose.model('),
    'const d = await Doc.findOne();',
    'd.populate("x")',
  ],
  [SEQUELIZE, 'const u = await User.findByPk(1);', 'u.save()'],
  [SEQUELIZE, 'const u = User.build({});', 'u.save()'],
  [SEQUELIZE, 'const [u, made] = await User.findOrCreate({});', 'u.update({})'],
  [SEQUELIZE, 'const { rows } = await User.findAndCountAll({}); const [u] = rows;', 'u.destroy()'],
  [SEQUELIZE, 'const p = await Post.findByPk(1);', 'p.reload()'],
  [SEQUELIZE, 'const d = await Draft.create({});', 'd.save()'],
  [SEQUELIZE, 'const d = await Draft.create({});', 'd.send()'],
  [TYPEORM, 'const u = await User.findOneBy({ id: 1 });', 'u.save()'],
  [TYPEORM, 'const u = User.create({});', 'u.save()'],
  [TYPEORM, '', 'User.delete({ id: 1 })'],
  [OBJECTION, 'const u = await User.query().findById(1);', 'u.$query().patch({})', 'lazy'],
  [OBJECTION, 'const [u] = await User.query().where("due", true);', 'u.$relatedQuery("pets").insert({})', 'lazy'],
  [LUCID, 'const u = await User.findOrFail(1);', 'u.save()'],
  [LUCID, 'const u = await User.query().where("id", 1).firstOrFail();', 'u.merge({}).save()'],
  [LUCID, 'const u = await User.create({});', 'u.related("posts").create({})'],
  [LUCID, '', 'User.query().where("id", 1).delete()', 'lazy'],
  [PARSE, 'const o = await new Parse.Query("X").first();', 'o.save()'],
  [
    "import { MikroORM } from '@mikro-orm/postgresql'; const orm = await MikroORM.init({});",
    'const em = orm.em.fork(); em.persist({});',
    'em.flush()',
  ],
];

describe('what a query yields', () => {
  const rows = WORKS.map(([head, before, call, form = 'floating']) => ({ head, before, call, form }));
  it.each(rows)('$head $before $call', ({ head, before, call, form }) => {
    expect(foundBelow(head, `${before}\n${call};`)).toEqual([`${form}: ${call}`]);
    expect(foundBelow(head, `${before}\nawait ${call};`)).toEqual([]);
  });

  it.each([
    ['a loop', 'for (const d of await Doc.find()) { d.save(); }'],
    ['a cursor', 'for await (const d of Doc.find().cursor()) { d.save(); }'],
    ['a callback', '(await Doc.find()).forEach((d) => { d.save(); });'],
    ['then', 'await Doc.findOne().then((d) => { d.save(); });'],
  ])('in %s', (_title, body) => {
    expect(foundBelow(MONGOOSE, body)).toEqual(['floating: d.save()']);
    expect(foundBelow(MONGOOSE, body.replaceAll(/\bd\.save\(\)/g, 'use(d.save())'))).toEqual([]);
  });

  it('comes out of functions that return it', () => {
    const repository = `${MONGOOSE}
      export class Documents {
        async find(id) { return Doc.findById(id); }
        async one() { const d = await Doc.findOne(); return d; }
        plain() { return Doc.find().lean(); }
      }`;
    const head = "import { Documents } from './repository.js'; const documents = new Documents();";
    const body = `
      const a = await documents.find(1); a.save();
      const b = await documents.one(); b.save();
      const [c] = await documents.plain(); c.save();
      await a.save();`;
    expect(foundBelow(head, body, { 'repository.ts': repository })).toEqual([
      'floating: a.save()',
      'floating: b.save()',
    ]);
  });

  it('is a document, whatever the model was injected as', () => {
    const head = `import { Model, HydratedDocument } from 'mongoose';
      class Users {
        constructor(private model: Model<User>) {}
        async add() { const made = new this.model({}); made.save(); const one = await this.model.findOne(); one.save(); }
      }
      async function touch(user: HydratedDocument<User>) { user.save(); }`;
    expect(foundBelow(head, 'await new Users(m).add(); await touch(u);')).toEqual([
      'floating: made.save()',
      'floating: one.save()',
      'floating: user.save()',
    ]);
  });

  it.each([
    ['plain data', 'const d = await Doc.findOne({}).lean(); d.save();'],
    ['plain data, whatever the order', 'const d = await Doc.findOne({}).lean().select("x").exec(); d.save();'],
    ['a number', 'const d = await Doc.countDocuments(); d.save();'],
    ['one of its values', 'const { name } = await Doc.findOne({}); name.save();'],
    ['what does no work', 'const d = await Doc.findOne({}); d.set("x", 1); d.toObject(); d.get("x");'],
    ['what is kept', 'const ds = await Doc.find({}); await Promise.all(ds.map((d) => d.save()));'],
    ['another parameter', 'const ds = await Doc.find({}); ds.forEach((d, save) => { save.save(); });'],
  ])('is not %s', (_title, body) => {
    expect(foundBelow(MONGOOSE, body)).toEqual([]);
  });

  it('is nothing of a class of the same method names', () => {
    const head = 'class Doc { static async findOne() { return new Doc(); } save() { return 1; } }';
    expect(foundBelow(head, 'const d = await Doc.findOne(); d.save();')).toEqual([]);
  });
});

describe('hooks of Lucid models', () => {
  it('are handlers', () => {
    const code = `import { BaseModel, afterSave, beforeDelete } from '@adonisjs/lucid/orm';
      async function work(x) { await x; }
      export default class User extends BaseModel {
        @afterSave() static notify(user) { work(user); }
        @beforeDelete() static async clean(user) { await work(user); }
      }`;
    const { findings } = findingsInPackage(['@adonisjs/lucid'], { 'user.ts': code }, 'user.ts');
    expect(findings.map(({ origin }) => origin.handler.route)).toEqual(['model hook User.notify']);
  });
});
