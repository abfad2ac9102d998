import { parseArgs } from 'node:util';

/**
 * Runs a tool. If it fails, prints one sentence, and the usage if the arguments were wrong; the exit code is 2.
 *
 * @param {object} defaults - the default of each option: a text, false, or String for undefined
 * @param {(options: object, names: string[]) => unknown} work - `names` are the positional arguments
 */
export async function tool(name, usage, defaults, work) {
  try {
    const options = Object.entries(defaults).map(([option, value]) => [
      option,
      value === String ? { type: 'string' } : { type: typeof value, default: value },
    ]);
    const { values, positionals } = parseArgs({ allowPositionals: true, options: Object.fromEntries(options) });
    await work(values, positionals);
  } catch (error) {
    const isUsage = error.code?.startsWith('ERR_PARSE_ARGS') || /^name /.test(error.message);
    const more = isUsage ? usage : process.env.DEBUG === undefined ? '' : error.stack;
    process.stderr.write(`${name}: ${error.message}\n${more === '' ? '' : `${more}\n`}`);
    process.exitCode = 2;
  }
}
