import { createRequire } from 'node:module';

/**
 * Parses in a thread, because its stack is as small as any that we may run on. The parser is native code: an overflow
 * ends the process.
 */
const IN_THREAD = `
const { parser, name, text, options } = require('node:worker_threads').workerData;
require(parser).parseSync(name, text, options);
`;
const ATTEMPT = `
const { readFileSync } = require('node:fs');
const { Worker } = require('node:worker_threads');
const [, parser, name, options] = process.argv;
const workerData = { parser, name, options: JSON.parse(options), text: readFileSync(0, 'utf8') };
new Worker(${JSON.stringify(IN_THREAD)}, { eval: true, workerData }).on('error', () => process.exit(1));
`;

/** Whether a parser survives a text: another process tries it. `parser` is what to require. */
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
