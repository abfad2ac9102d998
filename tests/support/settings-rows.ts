// For each key that settings may have: code for which the key changes what is reported.

/** An entry as users write it. */
export type SettingsEntry = Readonly<Record<string, unknown>>;

export const RUN = 'async function run(x?: unknown) { await x; }\n';
export const ON = {
  name: 'acme',
  packages: ['@acme/http'],
  registrations: [{ calls: ['@acme/http#on()'], handlers: [0], label: 'ON' }],
};
export const inOn = (body: string, head = '', parameters = 'req, res'): string =>
  `import { on } from '@acme/http';\n${head}\n${RUN}on((${parameters}) => {\n${body}\n});\n`;
export const APP = { app: { values: ['@acme/http#app()'] } };
export const METHOD = { methods: ['take'], handlers: ['last'], label: 'TAKE' };
export const inApp = (body: string): string =>
  `import { app } from '@acme/http';\n${RUN}const server = app();\n${body}\n`;
export const registered = (more: SettingsEntry): SettingsEntry => ({
  receivers: APP,
  registrations: [{ ...METHOD, ...more }],
});
export const calls = (more: SettingsEntry): SettingsEntry => ({
  registrations: [{ calls: ['@acme/http#on()'], handlers: [0], label: 'ON', ...more }],
});
export const TAKE = inApp("server.take('a', () => { run(); });");
export const FILE = { path: /^src\/(?<route>\w+)\.ts$/, exports: ['default'], label: 'FILE {route}' };
export const DEFAULT = `${RUN}export default () => { run(); };\n`;
const MAP = "import type { Map } from '@acme/http';\n";
export const OBJECT = { types: ['@acme/http#Map'], handlers: ['*'], label: 'OBJECT {key}' };
export const LITERAL = `${MAP}${RUN}export const routes: Map = { a() { run(); } };\n`;
export const CLASS = `import { Base, Mark, Shape } from '@acme/http';\n${RUN}@Mark() class A extends Base implements Shape { go() { run(); } }\nexport { A };\n`;
export const GET = `import { Get, Holder } from '@acme/http';\n${RUN}@Holder('h') class A { @Get('x') go() { run(); } }\nclass B { @Get('y') go() { run(); } }\nexport { A, B };\n`;
export const ANSWERS = { parameters: [1], ends: ['done'] };
export const SINK = { values: ['@acme/http#keep()'], accepts: 'both', verdict: 'own' };
export const KEEP = inOn('keep(run());', "import { keep } from '@acme/http';");
export const LISTEN = "import { serve } from '@acme/http';\nconst server = serve();\nserver.listen;\n";

/** Code, the entry without a key's fact, and the entry with it. */
export type Row = readonly [code: string, without: SettingsEntry, given: SettingsEntry];

/** A row for each key of an entry. */
export const ROWS: Readonly<Record<string, Row>> = {
  name: [inOn('run();'), ON, { ...ON, name: 'other' }],
  packages: [
    `${RUN}export const list = (given, answer) => { run(); };\n`,
    { shapes: [['given', 'answer']], packages: ['@acme/none'] },
    { shapes: [['given', 'answer']] },
  ],
  runtime: [inOn('run();'), ON, { ...ON, runtime: 'frozen' }],
  flavour: [inOn('run();'), ON, { ...ON, flavour: 'vercel' }],
  scopes: [
    inOn('open((tx) => { fireTask(() => tx.go()); });', "import { open } from '@acme/http';"),
    ON,
    { ...ON, scopes: [{ calls: ['@acme/http#open()'] }] },
  ],
  leases: [
    inOn('const c = take(); fireTask(() => c.go()); c.free();', "import { take } from '@acme/http';"),
    ON,
    { ...ON, leases: [{ calls: ['@acme/http#take()'], release: 'free' }] },
  ],
  starts: [LISTEN, {}, { starts: [{ calls: ['@acme/http#serve()'], closable: 'result' }] }],
  shutdowns: ["import { graceful } from '@acme/http';\ngraceful();\n", {}, { shutdowns: ['@acme/http#graceful()'] }],
  receivers: [TAKE, { registrations: [METHOD] }, registered({})],
  registrations: [TAKE, { receivers: APP }, registered({})],
  files: [DEFAULT, {}, { files: [FILE] }],
  aliases: [
    inOn('again();', "import { run as again } from '$own/app';\nexport { run };"),
    ON,
    { ...ON, aliases: { $own: ['src'] } },
  ],
  directives: [
    `'use acme';\n${RUN}export async function go() { run(); }\n`,
    {},
    { directives: [{ text: 'use acme', label: 'D' }] },
  ],
  objects: [LITERAL, {}, { objects: [OBJECT] }],
  decorations: [
    inApp("server.put('audit', run);\nserver.take('a', () => { server.audit(); });"),
    registered({}),
    { ...registered({}), decorations: [{ methods: ['put'] }] },
  ],
  stores: [
    inApp("server.audit = run;\nserver.take('a', () => { server.audit(); });"),
    registered({}),
    { ...registered({}), stores: [{ itself: true }] },
  ],
  decorators: [GET, {}, { decorators: [{ names: ['@acme/http#Get()'], label: 'GET' }] }],
  classes: [CLASS, {}, { classes: [{ extends: ['@acme/http#Base'], methods: ['go'], label: 'C' }] }],
  plugins: [
    `import type { Plugin } from '@acme/http';\n${RUN}export const p: Plugin = (one) => { one.take('a', () => { run(); }); };\n`,
    registered({}),
    { ...registered({}), plugins: { types: ['@acme/http#Plugin'], gives: { 0: 'app' } } },
  ],
  namedParameters: [
    inOn('req.keep();'),
    { ...ON, launches: ['typed @acme/http#Request.keep()'] },
    {
      ...ON,
      launches: ['typed @acme/http#Request.keep()'],
      namedParameters: [{ names: ['req'], is: 'typed @acme/http#Request' }],
    },
  ],
  receiverNames: [
    `${RUN}import '@acme/http';\nexport default function set(api) { api.take('/a', () => { run(); }); }\n`,
    registered({}),
    { ...registered({}), receiverNames: ['api'] },
  ],
  types: [
    `import type { Handler } from '@acme/http';\n${RUN}export const h: Handler = () => { run(); };\n`,
    {},
    { types: { handlers: ['@acme/http#Handler'] } },
  ],
  shapes: [
    `import '@acme/http';\n${RUN}export const list = (given, answer) => { run(); };\n`,
    {},
    { shapes: [['given', 'answer']] },
  ],
  answers: [inOn('run().then(() => answer.done());', '', 'req, answer'), ON, { ...ON, answers: ANSWERS }],
  returned: [
    `import { on } from '@acme/http';\n${RUN}on(async () => {\n  run();\n});\n`,
    ON,
    { ...ON, returned: 'ignored' },
  ],
  sendsReturned: [
    `import { on } from '@acme/http';\n${RUN}on(async () => ({ sum: run() }));\n`,
    ON,
    { ...ON, sendsReturned: true },
  ],
  continuation: [inOn('go();', '', 'req, go'), ON, { ...ON, continuation: 1, returned: 'awaited' }],
  sinks: [KEEP, { ...ON, launches: ['@acme/http#keep()'] }, { ...ON, launches: ['@acme/http#keep()'], sinks: [SINK] }],
  drops: [
    inOn('each(async () => { await run(); });', "import { each } from '@acme/http';"),
    ON,
    { ...ON, drops: [{ values: ['@acme/http#each()'], callback: 0 }] },
  ],
  launches: [inOn('send();', "import { send } from '@acme/http';"), ON, { ...ON, launches: ['@acme/http#send()'] }],
  lazy: [inOn('send();', "import { send } from '@acme/http';"), ON, { ...ON, lazy: ['@acme/http#send()'] }],
  enqueues: [inOn('send();', "import { send } from '@acme/http';"), ON, { ...ON, enqueues: ['@acme/http#send()'] }],
  lookalikes: [
    inOn('send();', "import { send } from '@acme/http';"),
    { ...ON, launches: ['@acme/http#send()'] },
    { ...ON, launches: ['@acme/http#send()'], lookalikes: ['@acme/http#send()'] },
  ],
  settled: [
    inOn('send();', "import { send } from '@acme/http';"),
    { ...ON, launches: ['@acme/http#send()'] },
    { ...ON, launches: ['@acme/http#send()'], settled: ['@acme/http#send()'] },
  ],
};
