import { createRequire } from 'node:module';

/**
 * Parses in a thread, whose stack is as small as any that we may run on; the parser is native code, and an overflow
 * ends its process.
 */
const ATTEMPT = `
const { Worker } = require('node:worker_threads');
const { argv, exit } = process;
new Worker("const { workerData } = require('node:worker_threads'); require(workerData.parser).parseSync(workerData.name, workerData.text, workerData.options)", {
  eval: true,
  workerData: { parser: argv[1], name: argv[2], options: JSON.parse(argv[3]), text: require('node:fs').readFileSync(0, 'utf8') },
}).on('error', () => exit(1));
`;

/** Whether a parser, which is required by `parser`, survives a text; another process tries. */
export function isParsable(parser: string, name: string, text: string, options: object): boolean {
  const require = createRequire(import.meta.url);
  const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
  const { status } = spawnSync(
    process.execPath,
    ['-e', ATTEMPT, require.resolve(parser), name, JSON.stringify(options)],
    { input: text, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  return status === 0;
}
