// npm run survey: every JavaScript and TypeScript file of pinned npm packages and repositories, through ESLint and
// through the codemod, each with a time limit.
// npm run survey -- <folder…>: what is found in these folders, by form, framework and certainty, or a sample to read.
// Exit code 0, 1 when a file crashed, ran out of time or came out wrong, 2 with one sentence on stderr when it could
// not be done.
import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run survey -- [--only <text>] [--mirror <place>] [--jobs <count>] [--limit <seconds>] [--every <n>] [--write]
       npm run survey -- <folder…> [--reach handler|file|project|all] [--sample <count>] [--seed <number>] [--json]

  --only     only packages and repositories with this in their name
  --mirror   where the repositories are, with {owner} and {name}: an address or a folder (default https://github.com/{owner}/{name})
  --jobs     processes (default 2)
  --limit    seconds for a file (default 60)
  --every    only each n-th file, for a first look
  --write    put the figures into docs/survey.md
  --reach    how far from a handler to look
  --sample   so many findings drawn at random, with their code`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: '' },
      mirror: { type: 'string', default: 'https://github.com/{owner}/{name}' },
      jobs: { type: 'string', default: '2' },
      limit: { type: 'string', default: '60' },
      every: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      reach: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (positionals.length > 0) {
    const { countFindings } = await import('./survey/counts.js');
    countFindings(positionals, values);
  } else {
    const { surveyAll } = await import('./survey/all.js');
    process.exitCode = (await surveyAll(values)) ? 0 : 1;
  }
} catch (error) {
  console.error(`survey: ${error.message}\n${error.code?.startsWith('ERR_PARSE_ARGS') ? USAGE : (error.stack ?? '')}`);
  process.exitCode = 2;
}
