import { expect, it } from 'vitest';
import { heldAt, namedBy } from '../../src/values/handed.ts';
import { valuesAre } from '../support/values.ts';

const calls = (many: number, call: string): string => Array.from({ length: many }, () => `${call};`).join(' ');

valuesAre(
  {
    'what a function of our own passes to its callback': [
      [
        'by the declared type',
        'declare function open(work: (client: Client) => void): void; open((client) => { «client»; });',
        'new Client',
      ],
      [
        'by the declared type, the second',
        'declare function open(work: (at: number, client: Client) => void): void; open((at, client) => { «client»; });',
        'new Client',
      ],
      [
        'by the declared type of a part',
        'declare function open(options: { work: (client: Client) => void }): void; open({ work: (client) => { «client»; } });',
        'new Client',
      ],
      [
        'not where the callback is declared with fewer',
        'declare function open(work: () => void): void; open((client) => { «client»; });',
        'parameter 0 of @',
      ],
      ['by its code', 'function open(work) { work(new Client()); } open((client) => { «client»; });', 'new Client'],
      [
        'by its code, the second',
        'function open(work) { work(1, new Client()); } open((at, client) => { «client»; });',
        'new Client',
      ],
      [
        'by call',
        'function open(work) { work.call(null, new Client()); } open((client) => { «client»; });',
        'new Client',
      ],
      [
        'by apply',
        'function open(work) { work.apply(null, [new Client()]); } open((client) => { «client»; });',
        'new Client',
      ],
      [
        'its own argument',
        'function using(value, use) { return use(value); } using(new Client(), (client) => { «client»; });',
        'new Client',
      ],
      [
        'its own argument, whatever other calls give',
        'function using(value, use) { return use(value); } using(new Other(), x); using(new Client(), (client) => { «client»; });',
        'new Client',
      ],
      [
        'a parameter of an inner function is not its own argument',
        'function using(value, use) { return (value) => use(value); } using(new Client(), (client) => { «client»; });',
        'parameter 0 of @',
      ],
      [
        'under a key',
        'function open({ work }) { work(new Client()); } open({ work: (client) => { «client»; } });',
        'new Client',
      ],
      [
        'under a key of a parameter',
        'function open(options) { options.work(new Client()); } open({ work: (client) => { «client»; } });',
        'new Client',
      ],
      [
        'not under another key',
        'function open({ stop }) { stop(new Client()); } open({ work: (client) => { «client»; } });',
        'parameter 0 of @.work',
      ],
      [
        'in another file',
        "import { open } from './open.js'; open((client) => { «client»; });",
        'new Other',
        { 'src/open.ts': 'class Other {} export function open(work) { work(new Other()); }' },
      ],
      [
        'of which something is not known',
        'function open(work) { work(1); work(new Client()); } open((client) => { «client»; });',
        'new Client',
      ],
      [
        'of which something is a parameter',
        'function open(work, x) { work(x.y); work(new Client()); } open((client) => { «client»; });',
        'new Client',
      ],
      [
        'not a function, which is judged where it is written',
        'function open(work) { work(() => 1); } open((client) => { «client»; });',
        'parameter 0 of @',
      ],
      [
        'in five calls',
        `function open(work) { ${calls(5, 'work(new Client())')} } open((client) => { «client»; });`,
        'new Client',
      ],
      [
        'not in more',
        `function open(work) { ${calls(6, 'work(new Client())')} } open((client) => { «client»; });`,
        'parameter 0 of @',
      ],
      [
        'not where it takes another function instead',
        'function open(work) { work = x; work(new Client()); } open((client) => { «client»; });',
        'parameter 0 of @',
      ],
      [
        'not where the callback writes to its parameter',
        'function open(work) { work(new Client()); } open((client) => { client = x; «client»; });',
        'parameter 0 of @',
      ],
      [
        'for a parameter with a default that says nothing',
        'function open(work) { work(new Client()); } open((client = null) => { «client»; });',
        'new Client',
      ],
      [
        'not what is given to something unknown',
        'declare const open: unknown; open((client) => { «client»; });',
        'parameter 0 of @',
      ],
      [
        'not after a spread',
        'function open(work) { work(new Client()); } open(...all, (client) => { «client»; });',
        'parameter 0 of @',
      ],
    ],
    'what it passes to a callback by its name': [
      [
        'of a declaration',
        'function open(work) { work(new Client()); } function handle(client) { «client»; } open(handle);',
        'new Client',
      ],
      [
        'of a variable',
        'function open(work) { work(new Client()); } const handle = (client) => { «client»; }; open(handle);',
        'new Client',
      ],
      [
        'used by two, each with its own',
        'function open(work) { work(new Client()); } function shut(work) { work(new Other()); } function handle(client) { «client.stop»; } open(handle); shut(handle);',
        'function Other.stop',
      ],
      [
        'used by five',
        `function open(work) { work(new Client()); } function handle(client) { «client»; } ${calls(5, 'open(handle)')}`,
        'new Client',
      ],
      [
        'not by more',
        `function open(work) { work(new Client()); } function handle(client) { «client»; } ${calls(6, 'open(handle)')}`,
        'parameter 0 of handle',
      ],
      [
        'not if something else uses it, too',
        'function open(work) { work(new Client()); } function handle(client) { «client»; } open(handle); keep = handle;',
        'parameter 0 of handle',
      ],
      [
        'not if something unknown is given it, too',
        'function open(work) { work(new Client()); } function handle(client) { «client»; } open(handle); x(handle);',
        'parameter 0 of handle',
      ],
      [
        'not of an exported declaration',
        'function open(work) { work(new Client()); } export function handle(client) { «client»; } open(handle);',
        'parameter 0 of handle',
      ],
      [
        'not of an exported variable',
        'function open(work) { work(new Client()); } export const handle = (client) => { «client»; }; open(handle);',
        'parameter 0 of handle',
      ],
    ],
    'what a package passes to its callback': [
      [
        'as the catalog says',
        "import { Kysely } from 'kysely'; const db = new Kysely(); db.transaction().execute((trx) => { «trx»; });",
        'kysely#Transaction.new',
      ],
      [
        'not as another parameter',
        "import { Kysely } from 'kysely'; const db = new Kysely(); db.transaction().execute((_, trx) => { «trx»; });",
        'parameter 1 of @',
      ],
      [
        'taken apart',
        "import { Inngest } from 'inngest'; const jobs = new Inngest({}); jobs.createFunction({ id: 'a' }, ({ step }) => { «step»; });",
        'inngest#Context.new.step',
      ],
      [
        'in an object',
        "import { Kysely } from 'kysely'; const db = new Kysely(); db.transaction().execute({ run: (trx) => { «trx»; } });",
        'kysely#Transaction.new',
      ],
      [
        'not in a list',
        "import { Kysely } from 'kysely'; const db = new Kysely(); db.transaction().execute([(trx) => { «trx»; }]);",
        'parameter 0 of @',
      ],
      [
        'not to what is called in place',
        "import { Kysely } from 'kysely'; const db = new Kysely(); db.transaction().execute(((trx) => { «trx»; })());",
        'parameter 0 of @',
      ],
      [
        'not to a callback of a function of our own in its place',
        'const execute = { run() {} }; execute.run((trx) => { «trx»; });',
        'parameter 0 of @',
      ],
      [
        'a list of them',
        "import mongoose from 'mongoose'; const User = mongoose.model('User'); User.find({}, (error, users) => { «users[0]»; });",
        'mongoose#Document.new',
      ],
      [
        'not the list itself',
        "import mongoose from 'mongoose'; const User = mongoose.model('User'); User.find({}, (error, users) => { «users.pop»; });",
        'mongoose#model.().find.().pop',
      ],
    ],
  },
  { before: 'class Client { run() {} } class Other { stop() {} } ' },
);

it.each([
  ['new pg#Pool().query()', ['Pool', 'new', 'query', '()']],
  ['pg#Pool|Client.query()', ['Pool', 'query', '()']],
  ['pg#*.query()', undefined],
  ['pg#Pool.**', undefined],
])('the value that %s names', (pattern, steps) => {
  expect(namedBy(pattern)).toEqual(steps && { kind: 'external', module: 'pg', steps });
});

it('a value holds another under a path of keys', () => {
  const inner = { kind: 'external', module: 'inner', steps: ['a'] } as const;
  const around = { kind: 'external', module: 'outer', steps: ['b'] } as const;
  expect(heldAt(undefined, inner, around)).toBe(inner);
  expect(heldAt('rows.*', inner, around)).toEqual({
    ...around,
    holds: new Map([['rows', { ...around, holds: new Map([['*', inner]]) }]]),
  });
});
