// Prints how many milliseconds importing the module at a path takes.
import { pathToFileURL } from 'node:url';

const url = pathToFileURL(process.argv[2]).href;
const start = process.hrtime.bigint();
await import(url);
process.stdout.write(`${Number(process.hrtime.bigint() - start) / 1e6}\n`);
