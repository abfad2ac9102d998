import type { Row, SettingsEntry } from './settings-rows.ts';
import {
  ANSWERS,
  APP,
  CLASS,
  DEFAULT,
  FILE,
  GET,
  LISTEN,
  LITERAL,
  METHOD,
  OBJECT,
  ON,
  RUN,
  SINK,
  TAKE,
  calls,
  inApp,
  inOn,
  registered,
} from './settings-rows.ts';

const NONE = ['@acme/http#none'];
const SUB = { sub: { from: { receiver: 'app', method: 'route' } } };
const SUB_TAKE = { registrations: [{ ...METHOD, on: 'sub' }] };
const IN_SUB = inApp("server.route('/x').take('a', () => { run(); });");
const WITH = { methods: ['with'], handlers: [], label: 'W', plugin: true, gives: { 0: 'app' } };
const HELD = "import { open } from '@acme/http';";
const EACH = "import { each } from '@acme/http';";

const SAVES = { ...ON, launches: ['typed @acme/http#Row.save()'] };
const ROW = 'typed @acme/http#Row';
const asked = (row: string): string =>
  inOn(`async function go() { ${row}.save(); }\ngo();`, "import { query } from '@acme/http';");
const yields = (more: SettingsEntry): SettingsEntry => ({
  ...SAVES,
  yields: [{ calls: ['@acme/http#query()', '@acme/http#query().plain()'], gives: ROW, ...more }],
});
const EXPRESS = `import express from 'express';\nimport '@acme/http';\n${RUN}express().get('/', (req, res) => { run(); res.end(); });\n`;
const FROZEN = { runtime: 'frozen' };

const GO = inOn('go({ sync: true });', "import { go } from '@acme/http';");
const GOES = { ...ON, launches: ['@acme/http#go()'] };
const synchronous = (more: SettingsEntry): SettingsEntry => ({
  ...GOES,
  synchronous: [{ values: ['@acme/http#go()'], ...more }],
});
const NAMED = `${RUN}export const load = () => { run(); };\n`;
const DEPLOYED = { path: /^src\/\w+\.ts$/, exports: [], label: 'FILE' };
/** Matches the text of the file next to package.json: `load('./src/app')`. */
const FILLED = "class Own { async load() { await fetch('x'); } static load() {} }\nown.fill(Own);\nopen().load();";
const LOADED = { files: ['list.ts'], says: /(?<name>load)\('\.\/(?<file>src\/app)'/ };
const LOADED_BELOW = { files: ['list.ts'], says: /(?<name>load)\('\.\/src\/(?<file>app)'/ };

/** The results of calls, and the signs of a platform. */
const ROWS_OF_RESULTS: Readonly<Record<string, Row>> = {
  yields: [asked('(await query())'), SAVES, yields({})],
  'yields.except': [asked('(await query().plain())'), yields({ except: ['@acme/http#query().plain()'] }), yields({})],
  'yields.at': [asked('(await query())[0]'), yields({}), yields({ at: '*' })],
  hands: [
    inOn('give((row) => { row.save(); });', "import { give } from '@acme/http';"),
    SAVES,
    { ...SAVES, hands: [{ calls: ['@acme/http#give()'], parameter: 0, is: ROW }] },
  ],
  'hands.events': [
    inOn("give('kept', (row) => { row.save(); });", "import { give } from '@acme/http';"),
    { ...SAVES, hands: [{ calls: ['@acme/http#give()'], events: ['lost'], parameter: 0, is: ROW }] },
    { ...SAVES, hands: [{ calls: ['@acme/http#give()'], events: ['kept'], parameter: 0, is: ROW }] },
  ],
  'hands.at': [
    inOn('give((parts) => { parts.row.save(); });', "import { give } from '@acme/http';"),
    { ...SAVES, hands: [{ calls: ['@acme/http#give()'], parameter: 0, is: ROW }] },
    { ...SAVES, hands: [{ calls: ['@acme/http#give()'], parameter: 0, at: 'row', is: ROW }] },
  ],
  extended: [
    inOn("const own = { parts: {} };\nown.parts.load = async () => { await fetch('x'); };\nopen().load();", HELD),
    ON,
    { ...ON, extended: [{ values: ['@acme/http#open()'], under: ['parts'] }] },
  ],
  'extended.methods': [
    inOn("own.part('load', async () => { await fetch('x'); });\nopen().load();", HELD),
    { ...ON, extended: [{ values: ['@acme/http#open()'], under: [] }] },
    { ...ON, extended: [{ values: ['@acme/http#open()'], under: [], methods: ['part'] }] },
  ],
  'extended.classes': [
    inOn(FILLED, HELD),
    { ...ON, extended: [{ values: ['@acme/http#open()'], under: [] }] },
    { ...ON, extended: [{ values: ['@acme/http#open()'], under: [], classes: ['fill'] }] },
  ],
  'extended.isStatic': [
    inOn(FILLED, HELD),
    { ...ON, extended: [{ values: ['@acme/http#open()'], under: [], classes: ['fill'] }] },
    { ...ON, extended: [{ values: ['@acme/http#open()'], under: [], classes: ['fill'], isStatic: true }] },
  ],
  synchronous: [GO, GOES, synchronous({ option: 'sync' })],
  'synchronous.option': [GO, synchronous({}), synchronous({ option: 'sync' })],
  'synchronous.callback': [
    inOn('go(() => 1);', "import { go } from '@acme/http';"),
    synchronous({}),
    synchronous({ callback: true }),
  ],
  generated: [
    inOn('go();', "import { go } from './app';"),
    GOES,
    {
      ...GOES,
      generated: [{ as: '@acme/http', folders: ['.'], ending: 'list.ts', says: /'(?<folder>\.\/src\/app)'/ }],
    },
  ],
  maps: [
    inOn('collect([1], (x) => run(x));', "import { collect } from '@acme/http';"),
    ON,
    { ...ON, maps: [{ values: ['@acme/http#collect()'], callback: 1 }] },
  ],
  forwards: [
    inOn('within(1, async () => { await run(); });', "import { within } from '@acme/http';"),
    ON,
    { ...ON, forwards: ['@acme/http#within()'] },
  ],
  signs: [EXPRESS, FROZEN, { ...FROZEN, signs: { packages: ['@acme/http'] } }],
  'signs.packages': [EXPRESS, { ...FROZEN, signs: {} }, { ...FROZEN, signs: { packages: ['@acme/http'] } }],
  'signs.files': [EXPRESS, { ...FROZEN, signs: {} }, { ...FROZEN, signs: { files: ['list.ts'] } }],
  'signs.imports': [EXPRESS, { ...FROZEN, signs: {} }, { ...FROZEN, signs: { imports: ['@acme/http'] } }],
};

/** A call that names the file that it is in, and the functions that the file exports. */
const inFile = (named: string): string =>
  inApp(`server.take(${named});\nexport default () => { run(); };\nexport const other = () => { run(); };`);

/** The same for the keys below those of an entry: of its registrations, its files, its sinks … */
const STORE = { sets: ['put'], gets: ['find'], of: ['@acme/http#box'] };

export const ROWS_BELOW: Readonly<Record<string, Row>> = {
  ...ROWS_OF_RESULTS,
  'receivers.values': [TAKE, { ...registered({}), receivers: { app: {} } }, registered({})],
  'receivers.from': [
    IN_SUB,
    { ...SUB_TAKE, receivers: { ...APP, sub: {} } },
    { ...SUB_TAKE, receivers: { ...APP, ...SUB } },
  ],
  'receivers.chains': [
    inApp("server.use().take('a', () => { run(); });"),
    registered({}),
    { ...registered({}), receivers: { app: { ...APP.app, chains: true } } },
  ],
  'receivers.through': [
    inApp("server.with((one) => { one.list.take('a', () => { run(); }); });"),
    { receivers: APP, registrations: [METHOD, WITH] },
    { receivers: { app: { ...APP.app, through: ['list'] } }, registrations: [METHOD, WITH] },
  ],
  'registrations.methods': [TAKE, registered({ methods: ['give'] }), registered({ methods: ['take'] })],
  'registrations.verbs': [
    TAKE,
    registered({ label: '{METHOD}' }),
    registered({ label: '{METHOD}', verbs: { take: 'TAKEN' } }),
  ],
  'registrations.calls': [inOn('run();'), calls({ calls: NONE }), calls({})],
  'registrations.handlers.argument': [
    inApp('server.take({ go() { run(); } }, 1);'),
    registered({ handlers: [{ option: 'go', argument: 1 }] }),
    registered({ handlers: [{ option: 'go', argument: 0 }] }),
  ],
  'registrations.handlers.under': [
    inFile("{ at: './app.ts' }"),
    registered({ handlers: [{ file: 0, under: 'other' }] }),
    registered({ handlers: [{ file: 0, under: 'at' }] }),
  ],
  'registrations.handlers.each': [
    inFile("'./app.ts'"),
    registered({ handlers: [{ file: 0 }] }),
    registered({ handlers: [{ file: 0, each: true }] }),
  ],
  'registrations.handlers.named': [
    inFile("{ at: './app.ts', go: 'other' }"),
    registered({ handlers: [{ file: 0, under: 'at' }] }),
    registered({ handlers: [{ file: 0, under: 'at', named: 'go' }] }),
  ],
  'registrations.autoImported': [
    `${RUN}onEvent(() => { run(); });\n`,
    {},
    {
      registrations: [{ calls: ['global#onEvent()'], handlers: [0], label: 'ON', autoImported: true }],
      packages: ['@acme/http'],
    },
  ],
  'registrations.gives': [
    inApp("server.with((one) => { one.take('a', () => { run(); }); });"),
    registered({}),
    {
      receivers: APP,
      registrations: [METHOD, WITH],
    },
  ],
  'registrations.givesUnder': [
    inApp("server.with({ fields: (one) => { one.take('a', () => { run(); }); } });"),
    registered({}),
    {
      receivers: APP,
      registrations: [METHOD, { methods: ['with'], handlers: [], label: 'W', givesUnder: { fields: { 0: 'app' } } }],
    },
  ],
  'decorations.on': [
    inApp("server.put('audit', run);\nserver.take('a', () => { server.audit(); });"),
    { ...registered({}), receivers: { ...APP, other: {} }, decorations: [{ on: 'other', methods: ['put'] }] },
    { ...registered({}), decorations: [{ on: 'app', methods: ['put'] }] },
  ],
  'decorations.methods': [
    inApp("server.put('audit', run);\nserver.take('a', () => { server.audit(); });"),
    { ...registered({}), decorations: [{ methods: ['set'] }] },
    { ...registered({}), decorations: [{ methods: ['put'] }] },
  ],
  'decorations.property': [
    inApp("server.context.audit = run;\nserver.take('a', () => { server.audit(); });"),
    registered({}),
    { ...registered({}), decorations: [{ property: 'context' }] },
  ],
  'stores.sets': [
    inApp("server.put('audit', run);\nserver.take('a', () => { server.find('audit')(); });"),
    { ...registered({}), stores: [{ sets: ['hold'], gets: ['find'] }] },
    { ...registered({}), stores: [{ sets: ['put'], gets: ['find'] }] },
  ],
  'stores.gets': [
    inApp("server.put('audit', run);\nserver.take('a', () => { server.find('audit')(); });"),
    { ...registered({}), stores: [{ sets: ['put'], gets: ['look'] }] },
    { ...registered({}), stores: [{ sets: ['put'], gets: ['find'] }] },
  ],
  'stores.under': [
    inApp("server.kept.audit = run;\nserver.take('a', () => { server.kept.audit(); });"),
    { ...registered({}), stores: [{ under: ['held'] }] },
    { ...registered({}), stores: [{ under: ['kept'] }] },
  ],
  'stores.itself': [
    inApp("server.audit = run;\nserver.take('a', () => { server.audit(); });"),
    { ...registered({}), stores: [{}] },
    { ...registered({}), stores: [{ itself: true }] },
  ],
  'stores.through': [
    inApp("server.audit = run;\nserver.take('a', () => { server.parent.audit(); });"),
    { ...registered({}), stores: [{ itself: true }] },
    { ...registered({}), stores: [{ itself: true, through: ['parent'] }] },
  ],
  'stores.of': [
    `import { box } from '@acme/http';\n${inApp("box.put('audit', run);\nserver.take('a', () => { box.find('audit')(); });")}`,
    { ...registered({}), stores: [{ sets: ['put'], gets: ['find'] }] },
    { ...registered({}), stores: [STORE] },
  ],
  'stores.wraps': [
    `import { box, later } from '@acme/http';\n${inApp("box.put('audit', later(() => run));\nserver.take('a', () => { box.find('audit')(); });")}`,
    { ...registered({}), stores: [STORE] },
    { ...registered({}), stores: [{ ...STORE, wraps: { later: 'result' } }] },
  ],
  'files.kind': [DEFAULT, { files: [FILE] }, { files: [{ ...FILE, kind: 'job' }] }],
  'directives.kind': [
    `'use acme';\n${RUN}export async function go() { run(); }\n`,
    { directives: [{ text: 'use acme', label: 'D' }] },
    { directives: [{ text: 'use acme', label: 'D', kind: 'job' }] },
  ],
  'objects.types': [LITERAL, { objects: [{ ...OBJECT, types: NONE }] }, { objects: [OBJECT] }],
  'objects.kind': [LITERAL, { objects: [OBJECT] }, { objects: [{ ...OBJECT, kind: 'job' }] }],
  'decorators.kind': [
    GET,
    { decorators: [{ names: ['@acme/http#Get()'], label: 'GET' }] },
    { decorators: [{ names: ['@acme/http#Get()'], label: 'GET', kind: 'job' }] },
  ],
  'classes.extends': [
    CLASS,
    { classes: [{ extends: NONE, methods: ['go'], label: 'C' }] },
    { classes: [{ extends: ['@acme/http#Base'], methods: ['go'], label: 'C' }] },
  ],
  'classes.kind': [
    CLASS,
    { classes: [{ extends: ['@acme/http#Base'], methods: ['go'], label: 'C' }] },
    { classes: [{ extends: ['@acme/http#Base'], methods: ['go'], label: 'C', kind: 'job' }] },
  ],
  'plugins.types': [
    `import type { Plugin } from '@acme/http';\n${RUN}export const p: Plugin = (one) => { one.take('a', () => { run(); }); };\n`,
    { ...registered({}), plugins: { types: NONE, gives: { 0: 'app' } } },
    { ...registered({}), plugins: { types: ['@acme/http#Plugin'], gives: { 0: 'app' } } },
  ],
  'plugins.shapes': [
    `import '@acme/http';\n${RUN}export function set(one, done) { one.take('a', () => { run(); }); done(); }\n`,
    { ...registered({}), plugins: { gives: { 0: 'app' } } },
    { ...registered({}), plugins: { shapes: [['one', 'done']], gives: { 0: 'app' } } },
  ],
  'plugins.asThis': [
    `import '@acme/http';\n${RUN}export function set() { const one = this; one.take('a', () => { run(); }); }\n`,
    { ...registered({}), plugins: { gives: { 0: 'app' } } },
    { ...registered({}), plugins: { gives: { 0: 'app' }, asThis: 'app' } },
  ],
  'types.handlers': [
    `import type { Handler } from '@acme/http';\n${RUN}export const h: Handler = () => { run(); };\n`,
    { types: { handlers: NONE } },
    { types: { handlers: ['@acme/http#Handler'] } },
  ],
  'types.parameters': [
    `import type { Given } from '@acme/http';\n${RUN}export const h = (given: Given) => { run(); };\n`,
    { types: { parameters: NONE } },
    { types: { parameters: ['@acme/http#Given'] } },
  ],
  'types.kind': [
    `import type { Handler } from '@acme/http';\n${RUN}export const h: Handler = () => { run(); };\n`,
    { types: { handlers: ['@acme/http#Handler'] } },
    { types: { handlers: ['@acme/http#Handler'], kind: 'job' } },
  ],
  'answers.withError': [
    inOn('run().then(() => answer.done());', '', 'error, req, answer, next'),
    { ...ON, answers: ANSWERS },
    { ...ON, answers: { ...ANSWERS, withError: [2] } },
  ],
  'answers.serialises': [
    inOn('answer.done(run());', '', 'req, answer'),
    { ...ON, answers: ANSWERS },
    { ...ON, answers: { ...ANSWERS, serialises: ['done'] } },
  ],
  'answers.assigns': [
    inOn('run().then((x) => { answer.body = x; });', '', 'req, answer'),
    { ...ON, answers: ANSWERS },
    { ...ON, answers: { ...ANSWERS, assigns: ['body'] } },
  ],
  'sinks.values': [
    inOn('keep(run());', "import { keep } from '@acme/http';"),
    { ...ON, launches: ['@acme/http#keep()'], sinks: [{ ...SINK, values: NONE }] },
    { ...ON, launches: ['@acme/http#keep()'], sinks: [SINK] },
  ],
  'sinks.method': [
    inOn('unknown.hold(run().catch(() => {}));'),
    ON,
    { ...ON, sinks: [{ method: 'hold', accepts: 'promise', verdict: 'process' }] },
  ],
  'sinks.notOn': [
    inOn('page.hold(run());'),
    { ...ON, sinks: [{ method: 'hold', accepts: 'promise', verdict: 'process' }] },
    { ...ON, sinks: [{ method: 'hold', notOn: ['page'], accepts: 'promise', verdict: 'process' }] },
  ],
  'drops.values': [
    inOn('each(async () => { await run(); });', EACH),
    { ...ON, drops: [{ values: NONE, callback: 0 }] },
    { ...ON, drops: [{ values: ['@acme/http#each()'], callback: 0 }] },
  ],
  'drops.method': [
    inOn('req.each(async () => { await run(); });'),
    ON,
    { ...ON, drops: [{ method: 'each', callback: 0 }] },
  ],
  'scopes.calls': [
    inOn('open((tx) => { fireTask(() => tx.go()); });', HELD),
    { ...ON, scopes: [{ calls: NONE }] },
    { ...ON, scopes: [{ calls: ['@acme/http#open()'] }] },
  ],
  'scopes.method': [
    inOn('req.open((tx) => { fireTask(() => tx.go()); });'),
    ON,
    { ...ON, scopes: [{ method: 'open' }] },
  ],
  'scopes.parameter': [
    inOn('open((one, tx) => { fireTask(() => tx.go()); });', HELD),
    { ...ON, scopes: [{ calls: ['@acme/http#open()'] }] },
    { ...ON, scopes: [{ calls: ['@acme/http#open()'], parameter: 1 }] },
  ],
  'starts.promised': [
    LISTEN,
    { starts: [{ calls: ['@acme/http#serve()'], closable: 'result' }] },
    { starts: [{ calls: ['@acme/http#serve()'], closable: 'result', promised: true }] },
  ],
  'starts.ends': [
    `${LISTEN}process.on('SIGTERM', async () => { await server.close(); process.exit(0); });\nserver.hook('onEnd', () => {});\n`,
    { starts: [{ calls: ['@acme/http#serve()'], closable: 'result' }] },
    { starts: [{ calls: ['@acme/http#serve()'], closable: 'result', ends: ['onEnd'] }] },
  ],
  'registrations.kind': [TAKE, registered({}), registered({ kind: 'job' })],
  'registrations.label': [TAKE, registered({}), registered({ label: 'OTHER' })],
  'registrations.on': [
    inApp("server.take('a', () => { run(); });"),
    { receivers: { ...APP, other: { values: ['@acme/http#other()'] } }, registrations: [{ ...METHOD, on: 'other' }] },
    registered({}),
  ],
  'registrations.events': [TAKE, registered({ events: ['b'] }), registered({ events: ['a'] })],
  'registrations.minimumArguments': [TAKE, registered({ minimumArguments: 3 }), registered({ minimumArguments: 2 })],
  'registrations.drops': [inApp("server.take('a', () => run());"), registered({}), registered({ drops: true })],
  'registrations.plugin': [inOn('run();'), calls({ plugin: true }), calls({})],
  'objects.parameters': [
    `import type { Map } from '@acme/http';\n${RUN}interface Env { send(): Promise<void> }\nexport const routes = { a(req, env) { env.send(); } } satisfies Map<Env>;\n`,
    { objects: [OBJECT] },
    { objects: [{ ...OBJECT, parameters: { 1: 0 } }] },
  ],
  'objects.typeNames': [
    `import '@acme/http';\n${RUN}export const x: Routes = { a() { run(); } };\ninterface Routes { a(): void }\n`,
    {},
    { objects: [{ typeNames: ['Routes'], handlers: ['*'], label: 'O' }] },
  ],
  'objects.members': [
    `import '@acme/http';\n${RUN}export default { Query: { a() { run(); } } };\n`,
    {},
    { objects: [{ members: ['Query'], handlers: ['*.*'], label: 'O' }] },
  ],
  'objects.variables': [
    `import '@acme/http';\n${RUN}export const routes = { a() { run(); } };\n`,
    {},
    { objects: [{ variables: ['routes'], handlers: ['*'], label: 'O' }] },
  ],
  'classes.implements': [CLASS, {}, { classes: [{ implements: ['@acme/http#Shape'], methods: ['go'], label: 'C' }] }],
  'classes.decorated': [CLASS, {}, { classes: [{ decorated: ['@acme/http#Mark()'], methods: ['go'], label: 'C' }] }],
  'decorators.on': [
    GET,
    { decorators: [{ names: ['@acme/http#Get()'], label: 'GET' }] },
    { decorators: [{ names: ['@acme/http#Get()'], on: '@acme/http#Holder()', label: 'GET' }] },
  ],
  'files.omit': [DEFAULT, { files: [FILE] }, { files: [{ ...FILE, omit: /p/g }] }],
  'files.keys': [
    `${RUN}export default { go() { run(); } };\n`,
    { files: [FILE] },
    { files: [{ ...FILE, keys: ['go'] }] },
  ],
  'files.properties': [
    `${RUN}export default function Page() {}\nPage.load = () => { run(); };\n`,
    { files: [FILE] },
    { files: [{ ...FILE, properties: ['load'] }] },
  ],
  'files.factory': [
    `${RUN}export default () => () => { run(); };\n`,
    { files: [{ ...FILE, factory: false, label: 'X' }] },
    { files: [{ ...FILE, factory: true }] },
  ],
  'files.listedIn': [
    DEFAULT,
    { files: [{ ...FILE, listedIn: 'none.ts' }] },
    { files: [{ ...FILE, listedIn: 'list.ts' }] },
  ],
  'files.namedIn': [NAMED, { files: [DEPLOYED] }, { files: [{ ...DEPLOYED, namedIn: LOADED }] }],
  'files.namedIn.below': [
    NAMED,
    { files: [{ ...DEPLOYED, namedIn: LOADED_BELOW }] },
    { files: [{ ...DEPLOYED, namedIn: { ...LOADED_BELOW, below: /'\.\/(?<folder>src)\// } }] },
  ],
  'files.unless': [`'use client';\n${DEFAULT}`, { files: [{ ...FILE, unless: 'use client' }] }, { files: [FILE] }],
};
