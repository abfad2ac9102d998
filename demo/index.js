// Demonstrates the product on a real server: lints it, stops it in the middle of its work and counts what is lost; then
// migrates a copy and counts again.
// `node demo/index.js [--json]`. The exit code is 0 if both runs could be measured, and 1, with one sentence on stderr,
// if a step failed.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, copyOf, findingsOf, migrate, requireBuild } from './project.js';
import { runAndKill } from './run.js';
import { table } from '../tools/report/table.js';
import { say, silence } from './say.js';

const RUNS = 50;
const EXAMPLE = fileURLToPath(new URL('../examples/pipeline-express/', import.meta.url));
const COPY = fileURLToPath(new URL('../.demo/pipeline-express/', import.meta.url));

async function demo() {
  requireBuild();
  const scratch = await mkdtemp(join(tmpdir(), 'fire-task-demo-'));
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

  say.title('1. Lint the example');
  const findings = await findingsOf(EXAMPLE);
  for (const { place, form, message } of findings) say.line(`${place}  ${form}\n    ${message}`);

  say.title(`2. Start ${RUNS} runs over HTTP, then SIGTERM`);
  build(EXAMPLE);
  const before = await runAndKill(EXAMPLE, RUNS, join(scratch, 'before.db'));
  say.line(`${before.launched} runs answered 202; ${before.lost} stay "started" for ever.`);
  say.line('The detector has seen what outlived its request:');
  for (const { file, line, callee, count, units } of before.seen)
    say.line(`${file}:${line}  ${callee}  ${count} times, by ${units.map(({ name }) => name).join(', ')}`);

  say.title('3. Migrate a copy');
  copyOf(EXAMPLE, COPY);
  say.line(migrate(COPY));

  say.title('4. Type-check, lint and run the copy');
  build(COPY);
  const left = await findingsOf(COPY);
  const after = await runAndKill(COPY, RUNS, join(scratch, 'after.db'));
  for (const line of after.said) say.line(line);
  for (const { file, line, callee, count } of after.seen) say.line(`${file}:${line}  ${callee}  ${count} times`);

  say.title('5. Side by side');
  say.line(
    table([
      ['', 'before', 'after'],
      ['findings', findings.length, left.length],
      ['places seen to launch what outlived its request', before.seen.length, after.seen.length],
      ['runs answered 202', before.launched, after.launched],
      ['runs lost', before.lost, after.lost],
      ['exit code', before.code, after.code],
      ['shutdown took', `${before.ms} ms`, `${after.ms} ms`],
    ]),
  );
  return {
    findings: findings.length,
    before: { launched: before.launched, lost: before.lost, seen: before.seen.length },
    after: { findings: left.length, launched: after.launched, lost: after.lost, seen: after.seen.length },
  };
}

// Stopping the demo also stops its server: see `exit` in run.js.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  if (values.json) silence();
  const result = await demo();
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  process.stderr.write(`The demo stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
