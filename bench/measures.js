// The measurements, as data.

/**
 * Subjects that run in turns on the same server. `on` selects the servers: `all`, those for `growth`, the one of a
 * given size, or `none` if no server is needed. Servers of more than `atMost` files are left out, because a race on
 * them takes long and shows nothing new.
 */
export const RACES = [
  {
    id: 'eslint',
    subjects: [
      'eslint, no rule',
      'eslint, an idle rule',
      'eslint, our rule',
      'eslint, our rule, second run',
      'eslint, our rule, reach file',
      'eslint, no-floating-promises',
    ],
    on: 'all',
    atMost: 2_000,
  },
  { id: 'rules', subjects: ['eslint, both rules'], on: 'all', atMost: 2_000 },
  {
    id: 'check',
    subjects: [
      'migrate --check',
      'migrate --check, second run',
      'oxlint, no-floating-promises',
      'biome, noFloatingPromises',
      'oxlint, our rule',
    ],
    on: 'all',
    atMost: 2_000,
  },
  { id: 'migrate', subjects: ['migrate', 'jscodeshift, parse and print'], on: 'all', atMost: 2_000 },
  { id: 'editor', subjects: ['editor, both'], on: 1_000, rounds: 1 },
  { id: 'import', subjects: ['import, our plugin', 'import, typescript-eslint'], on: 'none', rounds: 9 },
  { id: 'growth', subjects: ['eslint, our rule', 'migrate --check'], on: 'growth', rounds: 3 },
];

/**
 * Rows of the table: `ours` divided by `peer`, and the highest ratio to accept; a row without `most` has no limit.
 * `metric` is a figure of a run: `cpu`, `wall`, `memory`, or one that the subject reads from its output. If both
 * figures come from one run, `figures` names them.
 */
export const ROWS = [
  {
    race: 'eslint',
    what: 'ESLint with the rule, reach `project`',
    ours: 'eslint, our rule',
    against: 'ESLint with no rule, same parser',
    peer: 'eslint, no rule',
    metric: 'cpu',
    most: 1.25,
  },
  {
    race: 'eslint',
    what: 'for comparison: ESLint with a rule that does nothing',
    ours: 'eslint, an idle rule',
    against: 'ESLint with no rule, same parser',
    peer: 'eslint, no rule',
    metric: 'cpu',
  },
  {
    race: 'eslint',
    what: 'the same, second run',
    ours: 'eslint, our rule, second run',
    against: 'ESLint with no rule, same parser',
    peer: 'eslint, no rule',
    metric: 'cpu',
  },
  {
    race: 'eslint',
    what: 'ESLint with the rule, reach `file`',
    ours: 'eslint, our rule, reach file',
    against: 'ESLint with no rule, same parser',
    peer: 'eslint, no rule',
    metric: 'cpu',
    most: 1.1,
  },
  {
    race: 'eslint',
    what: 'ESLint with the rule, reach `project`',
    ours: 'eslint, our rule',
    against: 'ESLint with `no-floating-promises`',
    peer: 'eslint, no-floating-promises',
    metric: 'cpu',
    most: 0.45,
  },
  {
    race: 'eslint',
    what: 'the same',
    ours: 'eslint, our rule',
    against: 'ESLint with `no-floating-promises`',
    peer: 'eslint, no-floating-promises',
    metric: 'memory',
    most: 0.5,
  },
  {
    race: 'rules',
    what: 'the rule, types already built',
    ours: 'eslint, both rules',
    against: '`no-floating-promises` in the same run',
    peer: 'eslint, both rules',
    metric: 'rule time',
    figures: ['ours', 'theirs'],
    most: 1.5,
  },
  {
    race: 'check',
    what: '`fire-task migrate --check`',
    ours: 'migrate --check',
    against: 'oxlint, type-aware `no-floating-promises`',
    peer: 'oxlint, no-floating-promises',
    metric: 'wall',
    most: 1,
  },
  {
    race: 'check',
    what: 'the same, second run',
    ours: 'migrate --check, second run',
    against: 'oxlint, type-aware `no-floating-promises`',
    peer: 'oxlint, no-floating-promises',
    metric: 'wall',
    most: 0.3,
  },
  {
    race: 'check',
    what: '`fire-task migrate --check`',
    ours: 'migrate --check',
    against: 'Biome, `noFloatingPromises`',
    peer: 'biome, noFloatingPromises',
    metric: 'wall',
    most: 1,
  },
  {
    race: 'check',
    what: 'the rule in oxlint',
    ours: 'oxlint, our rule',
    against: 'oxlint, type-aware `no-floating-promises`',
    peer: 'oxlint, no-floating-promises',
    metric: 'wall',
  },
  {
    race: 'migrate',
    what: '`fire-task migrate`',
    ours: 'migrate',
    against: 'jscodeshift that parses and prints, one process',
    peer: 'jscodeshift, parse and print',
    metric: 'wall',
    most: 0.5,
  },
  {
    race: 'editor',
    what: 'one file edited, 1,000 around it',
    ours: 'editor, both',
    against: 'lint of that text with no rule',
    peer: 'editor, both',
    metric: 'cpu',
    figures: ['ours', 'theirs'],
    most: 1.5,
  },
  {
    race: 'import',
    what: 'import of the plugin',
    ours: 'import, our plugin',
    against: "import of typescript-eslint's plugin",
    peer: 'import, typescript-eslint',
    metric: 'import',
    most: 0.1,
  },
];

/** Compares a server with one ten times its size: the factor by which each figure may grow. */
export const GROWTH = {
  from: 1_000,
  to: 10_000,
  most: 11,
  mostMemory: 1_536,
  metrics: ['wall', 'cpu', 'memory'],
  subjects: ['eslint, our rule', 'migrate --check'],
};
