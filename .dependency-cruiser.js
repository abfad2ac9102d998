/**
 * The floors of the house, lowest first. What stands in one line does not know each other; a floor knows only those beneath it.
 * `tests/architecture.test.ts` holds the code to this, and shows the comment of the rule that is broken.
 */
const FLOORS = [
  ['src/taken-in'],
  ['src/syntax'],
  ['src/project', 'src/catalog'],
  ['src/values', 'src/helper'],
  ['src/promises', 'src/handlers', 'src/ownership'],
  ['src/reach'],
  ['src/findings', 'src/tasks'],
  ['src/rewriting'],
  ['rules', 'codemods', 'src/cli'],
];

const SEPARATE =
  'promises/, handlers/ and ownership/ answer three separate questions: let findings/ ask them and combine the answers.';

const REPAIRS = {
  'src/syntax':
    'syntax/ is about trees and text alone: move what knows files or the domain to the floor that asks for it.',
  'src/taken-in':
    'taken-in/ names what the build takes in from packages, and nothing else: put code into the floor that uses it.',
  'src/project': 'project/ reads files and packages: pass what it needs to know as an argument.',
  'src/catalog':
    'catalog/ is data: put code that interprets an entry into the floor that uses it, and describe the fact in entry.ts.',
  'src/values': 'values/ says what an expression refers to: let the caller ask it, not the other way round.',
  'src/helper':
    'helper/ knows where the injected files live and how they are imported: let rewriting/ say what is written.',
  'src/promises': SEPARATE,
  'src/handlers': SEPARATE,
  'src/ownership': `${SEPARATE} What ownership/ is to know of them comes with its Context.`,
  'src/reach': 'reach/ says who runs a function: recognise handlers in handlers/, and judge calls in findings/.',
  'src/findings':
    'findings/ only finds: put what changes text into rewriting/, and what a user sees or sets into a face.',
  'src/tasks': 'tasks/ judges code that has tasks: what finds those without belongs into findings/.',
  'src/rewriting': 'rewriting/ only plans: let the face that runs it pass its options and write its result.',
  rules: 'A face holds wiring only: move what two faces share down to findings/ or rewriting/.',
  codemods: 'A face holds wiring only: move what two faces share down to findings/ or rewriting/.',
  'src/cli': 'A face holds wiring only: move what two faces share down to findings/ or rewriting/.',
};

/** A floor's folders, as a regular expression. */
const anyOf = (folders) => `^(?:${folders.join('|')})/`;

const downwardsOnly = FLOORS.flatMap((floor, level) =>
  floor.map((folder) => ({
    name: `${folder.replace('src/', '')}-knows-only-what-is-beneath`,
    comment: REPAIRS[folder],
    severity: 'error',
    from: { path: anyOf([folder]) },
    to: { path: anyOf([...floor.filter((neighbour) => neighbour !== folder), ...FLOORS.slice(level + 1).flat()]) },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...downwardsOnly,
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing: move what both need into it.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'reach-by-its-door',
      comment: 'reach/ is entered through its index.ts alone: export from there what you need.',
      severity: 'error',
      from: { pathNot: '^src/reach/' },
      to: { path: '^src/reach/(?!index\\.ts$)' },
    },
    {
      name: 'ownership-has-one-door',
      comment: 'src/ownership/ is entered through its index.ts: import from there, or export there what is missing.',
      severity: 'error',
      from: { pathNot: '^src/ownership/' },
      to: { path: '^src/ownership/(?!index\\.ts$)' },
    },
    {
      name: 'the-plugin-is-no-library',
      comment: 'src/index.ts is what ESLint loads: import the file that holds what you need.',
      severity: 'error',
      from: { pathNot: '^src/index\\.ts$' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'the-plugin-knows-only-rules',
      comment: 'src/index.ts puts rules into the plugin: put anything else below rules/, or into plugin.ts.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^(?:src/(?!plugin\\.ts$)|codemods/)' },
    },
    {
      name: 'tracker-is-a-text',
      comment: 'src/tracker/ is what users get as their own file: read it as text, and let it import nothing of ours.',
      severity: 'error',
      from: { path: '^(?:src/(?!tracker/)|rules/|codemods/)' },
      to: { path: '^src/tracker/' },
    },
    {
      name: 'tracker-stands-alone',
      comment:
        'src/tracker/ is copied into other projects: it may import nothing of this one and no package that is not its platform.',
      severity: 'error',
      from: { path: '^src/tracker/' },
      to: { path: '^(?:src/(?!tracker/)|rules/|codemods/)' },
    },
    {
      name: 'detector-stands-alone',
      comment:
        'src/detect/ runs inside of servers: it may import nothing of the rest, and no package. What the command needs of it are the types of its report.',
      severity: 'error',
      from: { path: '^src/detect/' },
      to: { path: '^(?:src/(?!detect/)|rules/|codemods/)|node_modules/' },
    },
    {
      name: 'detector-only-in-servers',
      comment: 'Importing src/detect/ begins to watch the process: take the types of its report with `import type`.',
      severity: 'error',
      from: { path: '^(?:src/(?!detect/)|rules/|codemods/)' },
      to: { path: '^src/detect/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-typescript-no-eslint',
      comment:
        'Loading the plugin must load neither: take their types with `import type`, and ask the services that the parser gives.',
      severity: 'error',
      // What src/taken-in/ names of typescript-eslint's utils needs neither; their index needs both.
      from: { path: '^(?:src|rules|codemods)/', pathNot: '^src/taken-in/' },
      to: {
        path: 'node_modules/(?:typescript|eslint|@typescript-eslint/(?:utils|parser|typescript-estree|types))/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'taken-in-by-the-narrow-door',
      comment:
        'The index of @typescript-eslint/utils brings TypeScript and its own parser: name what you need from its eslint-utils or ast-utils.',
      severity: 'error',
      from: { path: '^src/taken-in/' },
      to: {
        path: 'node_modules/(?:typescript|eslint)/|node_modules/@typescript-eslint/(?!utils/dist/(?:eslint|ast)-utils/)',
      },
    },
    {
      name: 'one-parser',
      comment: 'Trees are made by src/syntax/parse.ts: call parse().',
      severity: 'error',
      from: { pathNot: '^src/syntax/parse\\.ts$' },
      to: { path: 'node_modules/(?:oxc-parser|@babel|acorn|espree)/' },
    },
    {
      name: 'jscodeshift-only-in-its-faces',
      comment:
        'jscodeshift runs the codemod, and its parser reads the result once more: only codemods/, cli/ and rewriting/second-parser.ts may know it.',
      severity: 'error',
      from: { path: '^(?:src|rules)/', pathNot: '^src/(?:cli/|rewriting/second-parser\\.ts$)' },
      to: { path: 'node_modules/jscodeshift/' },
    },
    {
      name: 'only-the-command-speaks',
      comment: 'Only cli/ prints: return what is to be said.',
      severity: 'error',
      from: { path: '^(?:src|rules|codemods)/', pathNot: '^src/(?:cli|taken-in)/' },
      to: { path: '^src/taken-in/(?:diff|prompts)\\.ts$|node_modules/(?:commander|picocolors)/' },
    },
    {
      name: 'disk-only-in-project-and-command',
      comment:
        'Only project/, helper/, cli/ and detect/ touch the disk: ask src/project/files.ts for a file, or let the caller pass the text.',
      severity: 'error',
      // Whether the parser survives a text is tried in another process, which touches nothing.
      from: { path: '^(?:src|rules|codemods)/', pathNot: '^src/(?:(?:project|helper|cli|detect)/|syntax/attempt[.])' },
      to: { path: '^(?:node:)?(?:fs|fs/promises|child_process)$', dependencyTypes: ['core'] },
    },
    {
      name: 'declared-packages-only',
      comment: 'Add the package to `dependencies`: users install nothing else.',
      severity: 'error',
      // The flavours of the tracker import what their platform gives; what is taken in comes with ours.
      from: { path: '^(?:src|rules|codemods)/', pathNot: '^src/(?:tracker/flavours|taken-in)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment:
        'The file or package does not exist: correct the specifier (with its .ts ending), or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^cloudflare:workers$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The build of these very sources, behind the entry that jscodeshift is given.
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: 'specify',
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
