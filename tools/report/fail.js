/** Runs a tool; what stops it is said in one sentence, with the usage where that was wrong, and exit code 2. */
export async function fail(name, usage, work) {
  try {
    await work();
  } catch (error) {
    const isUsage = error.code?.startsWith('ERR_PARSE_ARGS') || /^name /.test(error.message);
    const more = isUsage ? usage : process.env.DEBUG === undefined ? '' : error.stack;
    process.stderr.write(`${name}: ${error.message}\n${more === '' ? '' : `${more}\n`}`);
    process.exitCode = 2;
  }
}
