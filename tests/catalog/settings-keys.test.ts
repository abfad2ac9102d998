import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSchemas } from '../../src/catalog/schema.ts';
import { evaluationFor } from '../../src/findings/setup.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { messageOf } from '../../src/findings/wording.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { planDrain } from '../../src/rewriting/drain/plan-drain.ts';
import { capturedInTasks } from '../../src/tasks/request-scope.ts';
import { trackerHome } from '../../src/helper/home.ts';

type Entry = Readonly<Record<string, unknown>>;

/** What a program says under settings, of one file in a package that depends on `@acme/http`. */
function saidOf(code: string, settings: unknown, path = 'src/app.ts'): unknown {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-keys-'));
  try {
    const files = {
      'package.json': '{ "dependencies": { "@acme/http": "1" } }',
      'list.ts': "load('./src/app')",
      [path]: code,
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const workspace = createWorkspace();
    const evaluation = evaluationFor(workspace, settings);
    const source = workspace.files.sourceAt(join(root, path));
    if (source === undefined) throw new Error('The code does not parse.');
    const findings = findUntracked(source, completeOptions(), evaluation);
    const drain = planDrain(root, trackerHome(workspace.packages.of(source.path), workspace), evaluation);
    return {
      findings: findings.map((finding) => [messageOf(finding), finding.remedies, finding.origin.handler]),
      captured: capturedInTasks(source, 'fireTask', evaluation).map(({ kind }) => kind),
      drain: drain.kind === 'none' ? drain.kind : [drain.kind, drain.kind === 'planned' ? drain.output : drain.reason],
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const RUN = 'async function run(x?: unknown) { await x; }\n';
const ON = {
  name: 'acme',
  packages: ['@acme/http'],
  registrations: [{ calls: ['@acme/http#on()'], handlers: [0], label: 'ON' }],
};
const inOn = (body: string, head = '', parameters = 'req, res'): string =>
  `import { on } from '@acme/http';\n${head}\n${RUN}on((${parameters}) => {\n${body}\n});\n`;
const APP = { app: { values: ['@acme/http#app()'] } };
const METHOD = { methods: ['take'], handlers: ['last'], label: 'TAKE' };
const inApp = (body: string): string => `import { app } from '@acme/http';\n${RUN}const server = app();\n${body}\n`;
const registered = (more: Entry): Entry => ({ receivers: APP, registrations: [{ ...METHOD, ...more }] });
const calls = (more: Entry): Entry => ({
  registrations: [{ calls: ['@acme/http#on()'], handlers: [0], label: 'ON', ...more }],
});
const TAKE = inApp("server.take('a', () => { run(); });");
const FILE = { path: /^src\/(?<route>\w+)\.ts$/, exports: ['default'], label: 'FILE {route}' };
const DEFAULT = `${RUN}export default () => { run(); };\n`;
const MAP = "import type { Map } from '@acme/http';\n";
const OBJECT = { types: ['@acme/http#Map'], handlers: ['*'], label: 'OBJECT {key}' };
const LITERAL = `${MAP}${RUN}export const routes: Map = { a() { run(); } };\n`;
const CLASS = `import { Base, Mark, Shape } from '@acme/http';\n${RUN}@Mark() class A extends Base implements Shape { go() { run(); } }\nexport { A };\n`;
const GET = `import { Get, Holder } from '@acme/http';\n${RUN}@Holder('h') class A { @Get('x') go() { run(); } }\nclass B { @Get('y') go() { run(); } }\nexport { A, B };\n`;
const ANSWERS = { parameters: [1], ends: ['done'] };
const SINK = { values: ['@acme/http#keep()'], accepts: 'both', verdict: 'own' };
const KEEP = inOn('keep(run());', "import { keep } from '@acme/http';");
const LISTEN = "import { serve } from '@acme/http';\nconst server = serve();\nserver.listen;\n";

/** For each key of the schema: code, the entry without the key's fact, and the entry with it. */
const ROWS: Readonly<Record<string, readonly [code: string, without: Entry, with_: Entry]>> = {
  'entry.name': [inOn('run();'), ON, { ...ON, name: 'other' }],
  'entry.packages': [
    `${RUN}export const list = (given, answer) => { run(); };\n`,
    { shapes: [['given', 'answer']], packages: ['@acme/none'] },
    { shapes: [['given', 'answer']] },
  ],
  'entry.runtime': [inOn('run();'), ON, { ...ON, runtime: 'frozen' }],
  'entry.flavour': [inOn('run();'), ON, { ...ON, flavour: 'vercel' }],
  'entry.scopes': [
    inOn('open((tx) => { fireTask(() => tx.go()); });', "import { open } from '@acme/http';"),
    ON,
    { ...ON, scopes: [{ calls: ['@acme/http#open()'] }] },
  ],
  'entry.leases': [
    inOn('const c = take(); fireTask(() => c.go()); c.free();', "import { take } from '@acme/http';"),
    ON,
    { ...ON, leases: [{ calls: ['@acme/http#take()'], release: 'free' }] },
  ],
  'entry.starts': [LISTEN, {}, { starts: [{ calls: ['@acme/http#serve()'], closable: 'result' }] }],
  'entry.shutdowns': [
    "import { graceful } from '@acme/http';\ngraceful();\n",
    {},
    { shutdowns: ['@acme/http#graceful()'] },
  ],
  'entry.receivers': [TAKE, { registrations: [METHOD] }, registered({})],
  'entry.registrations': [TAKE, { receivers: APP }, registered({})],
  'entry.files': [DEFAULT, {}, { files: [FILE] }],
  'entry.aliases': [
    inOn('again();', "import { run as again } from '$own/app';\nexport { run };"),
    ON,
    { ...ON, aliases: { $own: ['src'] } },
  ],
  'entry.directives': [
    `'use acme';\n${RUN}export async function go() { run(); }\n`,
    {},
    { directives: [{ text: 'use acme', label: 'D' }] },
  ],
  'entry.objects': [LITERAL, {}, { objects: [OBJECT] }],
  'entry.decorations': [
    inApp("server.put('audit', run);\nserver.take('a', () => { server.audit(); });"),
    registered({}),
    { ...registered({}), decorations: [{ methods: ['put'] }] },
  ],
  'entry.decorators': [GET, {}, { decorators: [{ names: ['@acme/http#Get()'], label: 'GET' }] }],
  'entry.classes': [CLASS, {}, { classes: [{ extends: ['@acme/http#Base'], methods: ['go'], label: 'C' }] }],
  'entry.plugins': [
    `import type { Plugin } from '@acme/http';\n${RUN}export const p: Plugin = (one) => { one.take('a', () => { run(); }); };\n`,
    registered({}),
    { ...registered({}), plugins: { types: ['@acme/http#Plugin'], gives: { 0: 'app' } } },
  ],
  'entry.receiverNames': [
    `${RUN}import '@acme/http';\nexport default function set(api) { api.take('/a', () => { run(); }); }\n`,
    registered({}),
    { ...registered({}), receiverNames: ['api'] },
  ],
  'entry.types': [
    `import type { Handler } from '@acme/http';\n${RUN}export const h: Handler = () => { run(); };\n`,
    {},
    { types: { handlers: ['@acme/http#Handler'] } },
  ],
  'entry.shapes': [
    `import '@acme/http';\n${RUN}export const list = (given, answer) => { run(); };\n`,
    {},
    { shapes: [['given', 'answer']] },
  ],
  'entry.answers': [inOn('run().then(() => answer.done());', '', 'req, answer'), ON, { ...ON, answers: ANSWERS }],
  'entry.returned': [
    `import { on } from '@acme/http';\n${RUN}on(async () => {\n  run();\n});\n`,
    ON,
    { ...ON, returned: 'ignored' },
  ],
  'entry.continuation': [inOn('go();', '', 'req, go'), ON, { ...ON, continuation: 1, returned: 'awaited' }],
  'entry.sinks': [
    KEEP,
    { ...ON, launches: ['@acme/http#keep()'] },
    { ...ON, launches: ['@acme/http#keep()'], sinks: [SINK] },
  ],
  'entry.drops': [
    inOn('each(async () => { await run(); });', "import { each } from '@acme/http';"),
    ON,
    { ...ON, drops: [{ values: ['@acme/http#each()'], callback: 0 }] },
  ],
  'entry.launches': [
    inOn('send();', "import { send } from '@acme/http';"),
    ON,
    { ...ON, launches: ['@acme/http#send()'] },
  ],
  'entry.lazy': [inOn('send();', "import { send } from '@acme/http';"), ON, { ...ON, lazy: ['@acme/http#send()'] }],
  'entry.enqueues': [
    inOn('send();', "import { send } from '@acme/http';"),
    ON,
    { ...ON, enqueues: ['@acme/http#send()'] },
  ],
  'entry.lookalikes': [
    inOn('send();', "import { send } from '@acme/http';"),
    { ...ON, launches: ['@acme/http#send()'] },
    { ...ON, launches: ['@acme/http#send()'], lookalikes: ['@acme/http#send()'] },
  ],
  'registration.kind': [TAKE, registered({}), registered({ kind: 'job' })],
  'registration.label': [TAKE, registered({}), registered({ label: 'OTHER' })],
  'registration.on': [
    inApp("server.take('a', () => { run(); });"),
    { receivers: { ...APP, other: { values: ['@acme/http#other()'] } }, registrations: [{ ...METHOD, on: 'other' }] },
    registered({}),
  ],
  'registration.events': [TAKE, registered({ events: ['b'] }), registered({ events: ['a'] })],
  'registration.minimumArguments': [TAKE, registered({ minimumArguments: 3 }), registered({ minimumArguments: 2 })],
  'registration.plugin': [inOn('run();'), calls({ plugin: true }), calls({})],
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
  'files.unless': [`'use client';\n${DEFAULT}`, { files: [{ ...FILE, unless: 'use client' }] }, { files: [FILE] }],
};

/** Documentation alone: it changes nothing that is found. */
const SAYS_NOTHING: readonly string[] = ['entry.docs', 'entry.versions'];
/** Asked with types or typings of a package alone; `tests/promises/` shows what they do. */
const ELSEWHERE: readonly string[] = ['entry.lazyTypes', 'entry.thenables'];

describe('what settings say of a framework reaches every layer', () => {
  it.each(Object.entries(ROWS))('%s', (_key, [code, without, given]) => {
    const settingsOf = (entry: Entry): unknown => ({
      frameworks: [{ name: 'acme', packages: ['@acme/http'], ...entry }],
    });
    expect(saidOf(code, settingsOf(given))).not.toEqual(saidOf(code, settingsOf(without)));
  });

  it('sinks and launchers beside frameworks', () => {
    const launchers = ['@acme/http#keep()'];
    // What a sink gives back is nothing to await.
    expect(saidOf(KEEP, { frameworks: [ON], launchers, sinks: [SINK] })).not.toEqual(
      saidOf(KEEP, { frameworks: [ON], launchers }),
    );
    const send = inOn('send();', "import { send } from '@acme/http';");
    expect(saidOf(send, { frameworks: [ON], launchers: ['@acme/http#send()'] })).not.toEqual(
      saidOf(send, { frameworks: [ON] }),
    );
  });

  it('there is a row for each key that the schema accepts', () => {
    const { entry, settings } = createSchemas();
    const keys = Object.keys(entry.entries).map((key) => `entry.${key}`);
    expect(keys.filter((key) => !(key in ROWS) && ![...SAYS_NOTHING, ...ELSEWHERE].includes(key))).toEqual([]);
    const { entries } = settings as unknown as { readonly entries: object };
    expect(Object.keys(entries).sort()).toEqual(['frameworks', 'launchers', 'sinks']);
  });
});
