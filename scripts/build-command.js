// Writes dist/command/: the command, its workers and the transforms that jscodeshift runs, bundled. They share the
// engine; loading it as many small files would take longer than many runs. Code that only one command needs is in its
// own chunk, loaded on demand.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const dist = new URL('../dist/', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, dist));

rmSync(at('command'), { recursive: true, force: true });
await build({
  input: {
    main: at('src/cli/main.js'),
    'plan-worker': at('src/cli/plan-worker.js'),
    'team-member': at('src/cli/team-member.js'),
    'fire-task': at('codemods/fire-task.js'),
    'drain-on-shutdown': at('codemods/drain-on-shutdown.js'),
  },
  platform: 'node',
  external: /^[^./]/,
  logLevel: 'warn',
  output: { dir: at('command'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
});
