import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint as ESLint10 } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';
import { sandbox } from '../support/sandbox.ts';
import { workspace } from '../../rules/source.ts';

const box = sandbox();
const { write } = box;

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly messageId?: string;
  readonly message: string;
  readonly suggestions?: {
    readonly desc: string;
    readonly fix: { readonly range: [number, number]; readonly text: string };
  }[];
}

async function messagesOf(
  code: string,
  rule: string,
  file = 'src/app.js',
  options: object = {},
  ESLint: typeof ESLint10 = ESLint10,
): Promise<Message[]> {
  const config = {
    plugins: { 'fire-task': plugin },
    rules: { [`fire-task/${rule}`]: rule === 'require-drain' ? 'error' : ['error', options] },
  };
  const [result] = await new ESLint({
    cwd: box.folder,
    overrideConfigFile: true,
    overrideConfig: [config as never],
  }).lintText(code, { filePath: join(box.folder, file) });
  return (result?.messages ?? []) as Message[];
}

const applied = (code: string, { suggestions = [] }: Message): string => {
  const fix = suggestions[0]?.fix;
  return fix === undefined ? '' : code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
};

/** What the pages' examples take for granted. */
const HEAD = "import pg from 'pg';\nimport { fireTask } from './lib/fire-task.js';\nconst pool = new pg.Pool();\n";

describe.each(['no-request-scope-in-task', 'no-swallowed-abort'])('the page of %s', (rule) => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/rules', `${rule}.md`), 'utf8');
  const examples = [...page.matchAll(/```js (finding|ok)\n([\s\S]*?)```/g)].map(([, verdict = '', code = '']) => ({
    verdict,
    code,
  }));

  it.each(examples)('is right that this is $verdict: $code', async ({ verdict, code }) => {
    write('package.json', '{ "type": "module" }');
    for (const ESLint of [ESLint10, ESLint9 as typeof ESLint10]) {
      expect((await messagesOf(HEAD + code, rule, 'src/app.js', {}, ESLint)).map(({ ruleId }) => ruleId)).toEqual(
        verdict === 'finding' ? [`fire-task/${rule}`] : [],
      );
    }
  });
});

describe('require-drain', () => {
  const SERVER =
    "import express from 'express';\nimport { fireTask } from './lib/fire-task.js';\nconst app = express();\napp.post('/', (req, res) => {\n  fireTask(run(), 'run');\n  res.end();\n});\napp.listen(3000);\n";

  function withHelper(flavour: 'node' | 'cloudflare' = 'node'): void {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('src/lib/fire-task.js', renderTracker('esm', flavour));
    if (flavour === 'node') write('src/lib/drain-on-shutdown.js', renderShutdown('esm', 'node', './fire-task.js'));
  }

  it('reports the line that starts the server, and offers what migrate would do', async () => {
    withHelper();
    const messages = await messagesOf(SERVER, 'require-drain');
    expect(messages.map(({ line, messageId }) => [line, messageId])).toEqual([[8, 'drain']]);
    expect(messages[0]?.suggestions?.map(({ desc }) => desc)).toEqual(['Wait for the tasks: `drainOnShutdown`.']);
    const after = messages[0] === undefined ? '' : applied(SERVER, messages[0]);
    expect(after).toBe(
      SERVER.replace(
        "'./lib/fire-task.js';\n",
        "'./lib/fire-task.js';\nimport { drainOnShutdown } from './lib/drain-on-shutdown.js';\n",
      ).replace('app.listen(3000)', 'drainOnShutdown(app.listen(3000))'),
    );
    expect(await messagesOf(after, 'require-drain')).toEqual([]);
  });

  it('offers no call of a file that is not there, and says how it is written', async () => {
    withHelper();
    rmSync(join(box.folder, 'src/lib/drain-on-shutdown.js'));
    const [message] = await messagesOf(SERVER, 'require-drain');
    expect(message?.suggestions).toBeUndefined();
    expect(message?.message).toContain('fire-task init --drain');
  });

  it('is silent while the package has no task, though a configuration names the plugin so', async () => {
    withHelper();
    write(
      'eslint.config.js',
      "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended];\n",
    );
    const none = "import express from 'express';\nconst app = express();\napp.listen(3000);\n";
    expect(await messagesOf(none, 'require-drain')).toEqual([]);
    write('src/jobs.js', "import { fireTask as start } from './lib/fire-task.js';\nstart(run(), 'run');\n");
    workspace().refresh();
    expect((await messagesOf(none, 'require-drain')).map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ['a comment that promises it', SERVER.replace('app.listen', '// TODO: drainOnShutdown\napp.listen'), undefined],
    ['an import that is never called', SERVER.replace('{ fireTask }', '{ fireTask, drainTasks }'), undefined],
    ['a script that drains its own', SERVER, 'scripts/seed.js'],
  ])('is not silenced by %s', async (_, server, script) => {
    withHelper();
    if (script !== undefined)
      write(script, "import { drainTasks } from '../src/lib/fire-task.js';\nawait drainTasks();\n");
    expect(await messagesOf(server, 'require-drain')).toHaveLength(1);
  });

  it('takes a drain under another name, and one that is handed over', async () => {
    withHelper();
    const renamed = SERVER.replace('{ fireTask }', '{ fireTask, drainTasks as wait }');
    expect(await messagesOf(`${renamed}export const stop = () => wait();\n`, 'require-drain')).toEqual([]);
    expect(await messagesOf(`${renamed}hooks.add(wait);\n`, 'require-drain')).toEqual([]);
  });

  it('counts tasks and drains of other files', async () => {
    withHelper();
    const server = SERVER.replace("  fireTask(run(), 'run');\n", '').replace(
      "import { fireTask } from './lib/fire-task.js';\n",
      '',
    );
    expect(await messagesOf(server, 'require-drain')).toEqual([]);
    write('src/server.js', server);
    write(
      'src/mail.js',
      "import { fireTask } from './lib/fire-task.js';\nexport const mail = () => { fireTask(send(), 'send'); };\n",
    );
    workspace().refresh();
    expect(await messagesOf(server, 'require-drain', 'src/server.js')).toHaveLength(1);
  });

  it.each<[what: string, prepare: () => void]>([
    [
      'where another file drains',
      () => {
        withHelper();
        write(
          'src/stop.js',
          "import { drainTasks } from './lib/fire-task.js';\nexport const stop = () => drainTasks();\n",
        );
      },
    ],
    [
      'where the platform is handed each task',
      () => {
        withHelper('cloudflare');
      },
    ],
    [
      'without the helper',
      () => {
        write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
      },
    ],
  ])('is silent %s', async (_, prepare) => {
    prepare();
    expect(await messagesOf(SERVER, 'require-drain')).toEqual([]);
  });
});

it('every rule is in the configs, has a page and says where it is', () => {
  for (const [name, { meta }] of Object.entries(plugin.rules)) {
    expect(meta?.docs?.url).toContain(`docs/rules/${name}.md`);
    expect(readFileSync(join(import.meta.dirname, '../../docs/rules', `${name}.md`), 'utf8')).toContain(
      `# fire-task/${name}\n`,
    );
    for (const config of Object.values(plugin.configs))
      expect(Object.keys(config.rules ?? {})).toContain(`fire-task/${name}`);
  }
});
