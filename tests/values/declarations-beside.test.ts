import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const PACKAGE = '{ "name": "server", "dependencies": { "express": "4" } }';
const APP = (body: string, mark = ''): string => `"use strict";
const express = require("express");
const orders_1 = require("./orders");
const app = express();
app.post('/a', async (req, res) => { ${body} res.end(); });${mark}
`;
// So many have these methods that a name alone says nothing.
const OTHERS = Array.from(
  { length: 6 },
  (_, index) =>
    `class Other${index} { deliver() { return this.x; } all() { return this.x; } pull() { return this.x; } }`,
).join('\n');
const MAILER = `"use strict";
class Mailer {
  async deliver() { this.pull(2); this.all(1); } //! POST /a
  async all(x) { await fetch(x); }
  pull(x) { return x; }
}
exports.Mailer = Mailer;
${OTHERS}
`;
const MAILER_TYPES = 'export declare class Mailer { deliver(): Promise<void>; all(x: number): Promise<void>; }\n';

describe('declarations beside compiled code', () => {
  reaches('tell what a constructor is given', {
    'package.json': PACKAGE,
    'lib/app.js': APP('await orders_1.place(new orders_1.Orders(orders_1.lists[req.query.a]));'),
    'lib/mailer.js': MAILER,
    'lib/mailer.d.ts': MAILER_TYPES,
    'lib/orders.js': `"use strict";
class Orders {
  constructor(given) { this.out = given; }
  async create() { await this.out.deliver(); }
}
exports.Orders = Orders;
exports.place = async (orders) => { await orders.create(); };
`,
    'lib/orders.d.ts': `import { Mailer } from "./mailer";
export declare class Orders {
  private readonly out;
  constructor(given: Mailer);
  create(): Promise<void>;
}
export declare const place: (orders: Orders) => Promise<void>;
`,
  });
  reaches('tell what a field holds, what a function is given and what it returns', {
    'package.json': PACKAGE,
    'lib/app.js': APP(
      'await orders_1.create(req.app.mailers[0]); await new orders_1.Orders().send(); orders_1.later(1);',
      ' //! POST /a',
    ),
    'lib/mailer.js': MAILER,
    'lib/mailer.d.ts': MAILER_TYPES,
    'lib/orders.js': `"use strict";
class Orders {
  constructor(given) { this.use(given); }
  use(given) { Object.assign(this, given); }
  async send() { this.mailer.all(1); } //! POST /a
}
exports.Orders = Orders;
const create = async (mailer) => { mailer.all(2); await mailer.deliver(); }; //! POST /a
exports.create = create;
const later = (x) => { const made = known[x]; return made.start(); };
exports.later = later;
const known = {};
`,
    'lib/orders.d.ts': `import type { Mailer } from "./mailer";
export declare class Orders {
  protected readonly mailer: Mailer;
  constructor(given?: object);
  send(): Promise<void>;
}
export declare const create: (mailer: Mailer) => Promise<void>;
export declare const later: (x: number) => Promise<void>;
`,
  });
  reaches('lead from an abstract class to what its heirs do', {
    'package.json': PACKAGE,
    'lib/app.js': APP('await orders_1.run(orders_1.kinds[req.query.a]);'),
    'lib/mailer.js': MAILER.replace(' //! POST /a', ''),
    'lib/orders.js': `"use strict";
const mailer_1 = require("./mailer");
class Base {
  async start() { this.pull(1); } //! POST /a
}
exports.Base = Base;
class Heir extends Base {
  async pull(x) { await fetch(x); }
}
exports.Heir = Heir;
exports.run = async (base) => { await base.start(); };
`,
    'lib/orders.d.ts': `export declare abstract class Base {
  start(): Promise<void>;
  protected abstract pull(x: number): Promise<void>;
}
export declare class Heir extends Base { protected pull(x: number): Promise<void>; }
export declare const run: (base: Base) => Promise<void>;
`,
  });
  reaches('say nothing of other names, and nothing against the code', {
    'package.json': PACKAGE,
    'lib/app.js': APP('await orders_1.create(req.app.mailers[0]); orders_1.plain(1);'),
    'lib/mailer.js': MAILER.replace(' //! POST /a', ''),
    'lib/mailer.d.ts': MAILER_TYPES,
    'lib/orders.js': `"use strict";
const create = async (mailer) => { mailer.all(2); };
exports.create = create;
const plain = (x) => { return x; };
exports.plain = plain;
`,
    'lib/orders.d.ts': `import type { Mailer } from "./mailer";
export declare const make: (mailer: Mailer) => Promise<void>;
`,
  });
});
