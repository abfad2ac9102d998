// Writes dist/detect.cjs, the detector for running servers: one file for both `--import` and `--require`, so that a
// process has only one instance.
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = new URL('../', import.meta.url);

export async function writeDetect() {
  await build({
    input: fileURLToPath(new URL('src/detect/index.ts', root)),
    platform: 'node',
    logLevel: 'warn',
    output: { file: fileURLToPath(new URL('dist/detect.cjs', root)), format: 'cjs' },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeDetect();
