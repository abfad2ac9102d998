import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Entry } from '../../src/catalog/entry.ts';
import { CATALOG } from '../../src/catalog/index.ts';

const RETURNED = {
  awaited: 'awaits it',
  caught: 'forwards its rejection, does not wait',
  ignored: 'ignores it',
} as const;

/** Whether the entry says what a handler is. */
function holdsHandlers({ registrations, files, directives, objects, decorators, classes, types }: Entry): boolean {
  return (
    [registrations, files, directives, objects, decorators, classes].some((facet) => facet !== undefined) ||
    types?.handlers !== undefined
  );
}

/** How many entries lie in a folder of the catalog. */
const countOf = (folder: string): number =>
  readdirSync(join(import.meta.dirname, '../../src/catalog', folder)).filter((name) => name.endsWith('.ts')).length;

/** The npm packages that entries without handlers are about. */
const PACKAGES = new Set(CATALOG.filter((entry) => !holdsHandlers(entry)).flatMap(({ packages }) => packages));

/** The page that says what the catalog knows; written from the catalog by `npx vitest run -u tests/catalog`. */
function page(): string {
  const rows = CATALOG.filter(holdsHandlers)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(
      (entry) =>
        `| [${entry.name}](${entry.docs}) | ${entry.versions ?? ''} | ${formsOf(entry)} | ${kindsOf(entry)} | ${sinksOf(entry)} | ${entry.returned === undefined ? '' : RETURNED[entry.returned]} |`,
    );
  return `<!-- Written from src/catalog by tests/catalog/frameworks-page.test.ts; do not edit. -->

# Frameworks

The catalog describes ${countOf('frameworks')} frameworks, ${countOf('platforms')} platforms, ${countOf('jobs')} job systems and ${PACKAGES.size} packages of libraries.

These are the handlers that the rule knows. The last column says what the framework does with the promise that a handler returns.

| | versions | known by | kinds | sinks | a returned promise |
|---|---|---|---|---|---|
${rows.join('\n')}

# Sinks

Sinks own the work that they receive. \`own\` keeps it alive and reports its rejection. \`keep\` keeps it alive and leaves the rejection to you. \`process\` holds it as long as the process lives. The rule assumes that any other call owns the promise it receives, too.

| | given | verdict | of |
|---|---|---|---|
${SINKS.join('\n')}

# Libraries

The rule knows that calls of these libraries launch work, even without types:

${CATALOG.filter(({ launches, lazy, enqueues }) => (launches ?? lazy ?? enqueues) !== undefined)
  .map(({ name, docs }) => `- [${name}](${docs})`)
  .join('\n')}
`;
}

const SINKS = CATALOG.flatMap((entry) =>
  (entry.sinks ?? []).map(({ values, method, accepts = 'both', verdict = 'own' }) => {
    const names =
      values?.map((pattern) => `\`${pattern.replaceAll('|', '\\|')}\``).join(', ') ?? `any \`.${method ?? ''}()\``;
    return `| ${names} | ${accepts === 'both' ? 'promise or function' : accepts} | ${verdict} | ${entry.name} |`;
  }),
).sort();

function sinksOf({ sinks }: Entry): string {
  return [...new Set((sinks ?? []).map(({ verdict = 'own' }) => verdict))].join(', ');
}

function filesOf({ files }: Entry): string | false {
  if (files === undefined) return false;
  const names = [...new Set(files.flatMap(({ exports }) => exports))];
  return names.length === 0 ? 'files that settings name' : `files (\`${names.slice(0, 4).join('`, `')}\` …)`;
}

function formsOf(entry: Entry): string {
  const methods = new Set(entry.registrations?.flatMap((registration) => registration.methods ?? []));
  const calls = entry.registrations?.flatMap((registration) => registration.calls ?? []) ?? [];
  return [
    methods.size > 0 && `\`${[...methods].slice(0, 6).join('`, `')}\`${methods.size > 6 ? ' …' : ''}`,
    calls.length > 0 && 'calls that take a handler',
    filesOf(entry),
    entry.directives !== undefined && `\`'${entry.directives.map(({ text }) => text).join("', '")}'\``,
    entry.objects !== undefined && 'objects',
    entry.decorators !== undefined && 'decorators',
    entry.classes !== undefined && 'classes',
    entry.types !== undefined && 'types',
    entry.shapes !== undefined && `parameters \`(${entry.shapes[0]?.join(', ') ?? ''})\``,
  ]
    .filter((form) => form !== false)
    .join(', ');
}

function kindsOf({ registrations, files, objects, decorators, classes, types }: Entry): string {
  const kinds = [
    ...(registrations ?? []),
    ...(files ?? []),
    ...(objects ?? []),
    ...(decorators ?? []),
    ...(classes ?? []),
  ].map(({ kind }) => kind ?? 'request');
  if (types?.kind !== undefined) kinds.push(types.kind);
  return [...new Set(kinds)].join(', ') || 'request';
}

it('is what docs/frameworks.md says', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/frameworks.md');
});

it('has an entry for each file, with a page to look it up in', () => {
  expect(new Set(CATALOG.map(({ name }) => name)).size).toBe(CATALOG.length);
  for (const { docs, packages } of CATALOG) {
    expect(docs).toMatch(/^https?:\/\//);
    expect(packages).toBeInstanceOf(Array);
  }
});
