import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/catalog/entry.ts';
import type { FacetName } from '../../src/catalog/facets/facet.ts';
import { FACETS } from '../../src/catalog/facets/all.ts';
import { CATALOG } from '../../src/catalog/index.ts';
import { buildCatalog } from '../../src/catalog/lookup.ts';
import { compilePattern } from '../../src/catalog/pattern.ts';
import { createSchemas } from '../../src/catalog/schema.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { findHandlers } from '../../src/handlers/find.ts';
import { shutdownsIn, startsIn } from '../../src/rewriting/drain/starts.ts';
import { capturedInTasks } from '../../src/tasks/request-scope.ts';
import { evaluationBy, findUntracked, recognition } from '../support/engine.ts';
import { inPackage } from '../support/packages.ts';

/** Every key of a schema's objects, at every depth. */
function keysOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  if (typeof schema !== 'object' || schema === null) return [];
  const parts = schema as Readonly<Record<string, unknown>>;
  const own = parts['entries'];
  const below = ['item', 'value', 'wrapped', 'options'].map((name) => parts[name]);
  return [
    ...(typeof own === 'object' && own !== null
      ? Object.entries(own).flatMap(([key, held]) => [key, ...keysOf(held)])
      : []),
    ...below.flatMap(keysOf),
  ];
}

describe('docs/catalog.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/catalog.md'), 'utf8');
  const code = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text).join('\n');

  it.each([...new Set(keysOf(createSchemas().entry))])('says what `%s` is', (key) => {
    expect(code).toMatch(new RegExp(`(?<![\\w'])${key}(?![\\w'])`));
  });
});

const APP: Partial<Entry> = {
  receivers: { app: { values: ['acme#app()'] } },
  registrations: [{ methods: ['on'], handlers: ['last'], label: '{0}' }],
};
const START =
  "import { app, after, sent, drop, query, tx, Pool } from 'acme';\nconst a = app();\nasync function work(x) { await x; }\n";
const HANDLER = `${START}a.on('/x', async (req, res, next) => {`;
const TASK = `import { fireTask } from './fire-task.js';\n${HANDLER}`;
const TYPINGS = `
export interface Query { then(done: (rows: string[]) => void): void }
export declare function query(): Query;`;

interface Case {
  readonly entry: Partial<Entry>;
  readonly code: string;
  /** Where the file lies. */
  readonly path?: string;
  readonly typings?: string;
}

/** For each facet an entry that has it, and code of which something else is known than without it. */
const CASES: Readonly<Record<FacetName, Case>> = {
  receivers: { entry: APP, code: `${HANDLER} work(1); });` },
  receiverNames: {
    entry: { ...APP, receiverNames: ['api'] },
    code: "async function work(x) { await x; }\nexport default (api) => api.on('/x', async () => { work(1); });",
  },
  registrations: { entry: APP, code: `${HANDLER} work(1); });` },
  aliases: {
    entry: { ...APP, aliases: { $own: ['.'] } },
    code: `import { work as again } from '$own/app';\n${HANDLER} again(1); });\nexport { work };`,
  },
  generated: {
    entry: {
      ...APP,
      launches: ['acme#drop()'],
      generated: [{ as: 'acme', folders: ['.'], ending: '.ts', says: /in (?<folder>\.\/\w+)/ }],
    },
    code: `// in ./made\nimport { drop as gone } from './made';\n${HANDLER} gone(); });`,
  },
  decorations: {
    entry: { ...APP, decorations: [{ methods: ['decorate'] }] },
    code: `${START}a.decorate('audit', work);\na.on('/x', async () => { a.audit(1); });`,
  },
  stores: {
    entry: { ...APP, stores: [{ itself: true }] },
    code: `${START}a.audit = work;\na.on('/x', async () => { a.audit(1); });`,
  },
  files: {
    entry: { files: [{ path: /^routes\/(?<route>.*)\.ts$/, exports: ['GET'], label: '{route}' }] },
    path: 'routes/x.ts',
    code: 'async function work(x) { await x; }\nexport async function GET() { work(1); }',
  },
  directives: {
    entry: { directives: [{ text: 'use acme', label: 'acme' }] },
    code: "'use acme';\nasync function work(x) { await x; }\nexport async function act() { work(1); }",
  },
  shapes: {
    entry: { shapes: [['rq', 'rs']] },
    code: 'async function work(x) { await x; }\nexport async function act(rq, rs) { work(1); }',
  },
  objects: {
    entry: { objects: [{ variables: ['resolvers'], handlers: ['*'], label: '{key}' }] },
    code: 'async function work(x) { await x; }\nexport const resolvers = { async pay() { work(1); } };',
  },
  decorators: {
    entry: { decorators: [{ names: ['acme#Get()'], label: '{name}' }] },
    code: "import { Get } from 'acme';\nasync function work(x) { await x; }\nexport class C { @Get() async m() { work(1); } }",
  },
  classes: {
    entry: { classes: [{ extends: ['acme#Base'], methods: ['run'], label: '{class}' }] },
    code: "import { Base } from 'acme';\nasync function work(x) { await x; }\nexport class C extends Base { async run() { work(1); } }",
  },
  plugins: {
    entry: { ...APP, plugins: { types: ['acme#Plugin'], gives: { 0: 'app' } } },
    code: "import type { Plugin } from 'acme';\nasync function work(x: number) { await x; }\nexport const p: Plugin = (app) => { app.on('/x', async () => { work(1); }); };",
  },
  types: {
    entry: { types: { handlers: ['acme#Handler'] } },
    code: "import type { Handler } from 'acme';\nasync function work(x: number) { await x; }\nexport const h: Handler = async () => { work(1); };",
  },
  answers: {
    entry: { ...APP, answers: { parameters: [1], ends: ['finish'], serialises: ['finish'] } },
    code: `${HANDLER} res.finish(work(1)); });`,
  },
  returned: {
    entry: { ...APP, returned: 'ignored' },
    code: `${START}a.on('/x', () => { work(1); });`,
  },
  sendsReturned: {
    entry: { ...APP, sendsReturned: true },
    code: `${START}a.on('/x', async () => ({ sum: work(1) }));`,
  },
  continuation: { entry: { ...APP, continuation: 2 }, code: `${HANDLER} next(); });` },
  runtime: { entry: { ...APP, runtime: 'frozen' }, code: `${HANDLER} work(1); });` },
  flavour: { entry: { ...APP, flavour: 'lambda' }, code: `${HANDLER} work(1); });` },
  sinks: {
    entry: {
      ...APP,
      launches: ['acme#after()'],
      sinks: [{ values: ['acme#after()'], accepts: 'both', verdict: 'own' }],
    },
    code: `${HANDLER} after(() => work(1)); });`,
  },
  drops: {
    entry: { ...APP, drops: [{ values: ['acme#drop()'], callback: 0 }] },
    code: `${HANDLER} drop(async () => { await work(1); }); });`,
  },
  lookalikes: {
    entry: { ...APP, launches: ['acme#*()'], lookalikes: ['acme#sent()'] },
    code: `${HANDLER} sent(); });`,
  },
  settled: {
    entry: { ...APP, launches: ['acme#*()'], settled: ['acme#sent()'] },
    code: `${HANDLER} publish(); }); async function publish() { await sent(); }`,
  },
  enqueues: { entry: { ...APP, enqueues: ['acme#sent()'] }, code: `${HANDLER} sent(); });` },
  launches: { entry: { ...APP, launches: ['acme#sent()'] }, code: `${HANDLER} sent(); });` },
  lazy: { entry: { ...APP, lazy: ['acme#sent()'] }, code: `${HANDLER} sent(); });` },
  lazyTypes: { entry: { ...APP, lazyTypes: ['acme#Query'] }, code: `${HANDLER} query(); });`, typings: TYPINGS },
  thenables: { entry: { ...APP, thenables: ['acme#Query'] }, code: `${HANDLER} query(); });`, typings: TYPINGS },
  scopes: {
    entry: { ...APP, scopes: [{ calls: ['acme#tx()'] }] },
    code: `${TASK} tx(async (handle) => { fireTask('t', async () => { await handle.save(); }); }); });`,
  },
  yields: {
    entry: {
      ...APP,
      launches: ['typed acme#Row.save()'],
      yields: [{ calls: ['acme#query()'], gives: 'typed acme#Row' }],
    },
    code: `${HANDLER} const row = await query(); row.save(); });`,
  },
  hands: {
    entry: {
      ...APP,
      launches: ['typed acme#Context.run()'],
      hands: [{ calls: ['acme#app().on()'], parameter: 0, is: 'typed acme#Context' }],
    },
    code: `${HANDLER} req.run(); });`,
  },
  namedParameters: {
    entry: {
      ...APP,
      packages: ['acme'],
      launches: ['typed acme#Context.run()'],
      namedParameters: [{ names: ['req'], is: 'typed acme#Context' }],
    },
    code: `${HANDLER} req.run(); });`,
  },
  extended: {
    entry: { ...APP, extended: [{ values: ['acme#query()'], under: ['parts'] }] },
    code: `const own = { parts: {} };\nown.parts.load = async () => { await work(1); };\n${HANDLER} query().load(); });`,
  },
  maps: {
    entry: { ...APP, maps: [{ values: ['acme#query()'], callback: 1 }] },
    code: `${HANDLER} query([], (x) => work(x)); });`,
  },
  forwards: {
    entry: { ...APP, forwards: ['acme#query()'] },
    code: `${HANDLER} query(async () => { await work(1); }); });`,
  },
  synchronous: {
    entry: {
      ...APP,
      launches: ['acme#sent()'],
      synchronous: [{ values: ['acme#sent()'], option: 'sync', callback: true }],
    },
    code: `${HANDLER} sent({ sync: true }); });`,
  },
  signs: {
    entry: { answers: { parameters: [1], ends: ['end'] }, runtime: 'frozen', signs: { packages: ['acme'] } },
    code: 'async function work(x) { await x; }\nexport async function act(req, res) { work(1); res.end(); }',
  },
  leases: {
    entry: { ...APP, leases: [{ calls: ['new acme#Pool().connect()'], release: 'release' }] },
    code: `${TASK} const c = await new Pool().connect(); fireTask('t', async () => { await c.save(); }); c.release(); });`,
  },
  starts: {
    entry: { ...APP, starts: [{ calls: ['acme#app().listen()'], closable: 'result' }] },
    code: `${START}a.listen(3000);`,
  },
  shutdowns: { entry: { ...APP, shutdowns: ['acme#drop()'] }, code: `${START}drop();` },
};

/** All that is known of a file by the catalog of one entry. */
function knownOf({ code, path = 'app.ts', typings }: Case, facets: Partial<Entry>): unknown {
  const catalog = buildCatalog([{ name: 'acme', docs: '', packages: ['acme'], ...facets }]);
  const files = {
    [path]: code,
    'node_modules/acme/package.json': '{ "name": "acme", "types": "index.d.ts" }',
    ...(typings !== undefined && { 'node_modules/acme/index.d.ts': typings }),
  };
  return inPackage(['acme'], files, path, (source) => ({
    handlers: findHandlers(source, recognition(catalog)).map(({ route }) => route),
    findings: findUntracked(source, completeOptions({}), catalog).map((finding) => ({
      at: finding.node.range,
      form: finding.form,
      remedies: finding.remedies,
      evidence: finding.evidence,
      handler: finding.origin.handler,
    })),
    starts: startsIn(source, evaluationBy(catalog)).length,
    shutdowns: shutdownsIn(source, evaluationBy(catalog)).length,
    captured: capturedInTasks(source, 'fireTask', evaluationBy(catalog)).map(({ kind }) => kind),
  }));
}

describe('a facet has an effect', () => {
  it.each(Object.keys(FACETS) as FacetName[])('%s', (name) => {
    const { entry } = CASES[name];
    const without = Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name));
    expect(knownOf(CASES[name], entry)).not.toEqual(knownOf(CASES[name], without));
  });
});

describe('no list says a thing twice', () => {
  /** A pattern with its alternatives in order: what the engine makes of it. */
  const meaningOf = (pattern: string): string => {
    const { module, steps } = compilePattern(pattern);
    return `${module} ${steps.map((step) => (typeof step === 'string' ? step : [...step].sort().join('|'))).join(' ')}`;
  };
  const listsIn = (value: unknown): string[][] => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
    const items: unknown[] = Object.values(value);
    const patterns = items
      .filter((item) => typeof item === 'string')
      .filter((item) => /^\S+#|^(?:new|typed) /.test(item));
    return [patterns, ...items.flatMap(listsIn)];
  };

  it.each(CATALOG)('$name', (entry) => {
    for (const patterns of listsIn(entry)) {
      const meanings = patterns.map(meaningOf);
      expect(patterns.filter((_, index) => meanings.indexOf(meanings[index] ?? '') !== index)).toEqual([]);
    }
  });
});
