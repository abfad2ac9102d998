import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PRELUDE = `import express from 'express';
const touch = async (x?: unknown) => { await fetch(String(x)); };
const app = express();
`;
const STORES = `class Disk { async put() { touch(1); } } //! POST /a
class Bucket { async put() { touch(2); } } //! POST /a
`;
const handler = (body: string): string => `app.post('/a', async (req, res) => { ${body} res.end(); });\n`;
const silent = (text: string): string => text.replaceAll(/ \/\/!.*/g, '');

describe('a method of an instance of one of several classes', () => {
  const instances: Readonly<Record<string, string>> = {
    'that a conditional expression creates': handler(
      'const store = req.x ? new Disk() : new Bucket(); await store.put();',
    ),
    'of which one is the fallback': `const configured: Disk | undefined = req.x;
${handler('const store = (req.x && new Disk()) || new Bucket(); await store.put();')}`,
    'that the branches of a function return': `function storeOf(kind) { switch (kind) { case 'disk': return new Disk(); default: return new Bucket(); } }
${handler('await storeOf(req.x).put();')}`,
    'that the branches of an async function return': `async function storeOf(kind) { if (kind) { return new Disk(); } return new Bucket(); }
${handler('const store = await storeOf(req.x); await store.put();')}`,
    'that branches write to a variable': handler(
      'let store; if (req.x) store = new Disk(); else store = new Bucket(); await store.put();',
    ),
    'in a field of a written type': `class Files { #store: Disk | Bucket; constructor(x) { this.#store = x ? new Disk() : new Bucket(); } async save() { await this.#store.put(); } }
${handler('await new Files(req.x).save();')}`,
    'in a field that branches of the constructor write': `class Files { constructor(x) { if (x) this.store = new Disk(); else this.store = new Bucket(); } async save() { await this.store.put(); } }
${handler('await new Files(req.x).save();')}`,
    'in a member of each of several classes': `class A { store = new Disk(); }
class B { store = new Bucket(); }
${handler('const files = req.x ? new A() : new B(); await files.store.put();')}`,
  };
  for (const [where, code] of Object.entries(instances)) reaches(where, { 'app.ts': PRELUDE + STORES + code });

  reaches('but not of a class that no branch creates', {
    'app.ts': `${PRELUDE}${STORES}
class Other { async put() { touch(3); } }
function otherOf() { return new Other(); }
${handler('const store = req.x ? new Disk() : new Bucket(); await store.put();')}`,
  });
  reaches('that all settle at once', {
    'app.ts': `${PRELUDE}
class Disk { async put() { this.done = true; } }
class Bucket { async put() { this.done = false; } }
${handler('const store = req.x ? new Disk() : new Bucket(); store.put();')}`,
  });
  reaches('of which one alone settles at once', {
    'app.ts': `${PRELUDE}
class Disk { async put() { this.done = true; } }
class Bucket { async put() { await touch(1); } }
app.post('/a', async (req, res) => {
  const store = req.x ? new Disk() : new Bucket();
  store.put(); //! POST /a
  res.end();
});`,
  });
  reaches('of which one is synchronous', {
    'app.ts': `${PRELUDE}
class Disk { put() { this.done = true; } }
class Bucket { async put() { await touch(1); } }
${handler('const store = req.x ? new Disk() : new Bucket(); store.put();')}`,
  });
});

const MODEL = `class Model { async create() { await this.created(); } async created() {} }
`;

describe('a hook that a class overrides, the base of which a function makes', () => {
  reaches('in another file', {
    'model.ts': `export ${MODEL}
export const modelOf = (config: object) => { class Made extends Model { config() { return config; } } return Made; };`,
    'users.ts': `import { modelOf } from './model';
const touch = async () => { await fetch('x'); };
const Base = modelOf({});
export class Users extends Base { async created() { touch(); } } //! POST /a`,
    'app.ts': `${PRELUDE}
import { Users } from './users';
${handler('await new Users().create();')}`,
  });
  reaches('without a name', {
    'app.ts': `${PRELUDE}${MODEL}
function modelOf(config) { return class extends Model {}; }
class Users extends modelOf({}) { async created() { touch(1); } } //! POST /a
${handler('await new Users().create();')}`,
  });
  reaches('but not one the base of which another function makes', {
    'app.ts': silent(`${PRELUDE}${MODEL}
class Plain { async created() {} }
const modelOf = (config) => { class Made extends Model {} return Made; };
const plainOf = (config) => { class Made extends Plain {} return Made; };
class Pages extends modelOf({}) {}
class Users extends plainOf(modelOf({})) { async created() { touch(1); } }
${handler('await new Pages().create();')}`),
  });
});
