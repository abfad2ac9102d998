import { evaluationFor } from '../src/findings/setup.ts';
import { trackerHome } from '../src/helper/home.ts';
import { drainsAlready, usesTasks } from '../src/rewriting/drain/already.ts';
import { planDrain } from '../src/rewriting/drain/plan-drain.ts';
import { startsIn } from '../src/rewriting/drain/starts.ts';
import { createRule } from './create-rule.ts';
import { fixOf, locationOf } from './report.ts';
import { sourceOf, workspace } from './source.ts';

export const requireDrain = createRule<[], 'drain' | 'wait'>({
  name: 'require-drain',
  meta: {
    type: 'problem',
    docs: {
      description: 'require that a server whose package has tasks waits for them at shutdown',
      recommended: true,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      drain:
        'The server starts here and its package has tasks, but nothing waits for them at shutdown. Call ' +
        '`drainOnShutdown(server)`, which `fire-task init --drain` writes next to the helper, or `await ' +
        'drainTasks()` in your own shutdown code.',
      wait: 'Wait for the tasks: `{{calls}}`.',
    },
  },
  create(context) {
    return {
      'Program:exit'() {
        const { sourceCode, physicalFilename: path } = context;
        const { text } = sourceCode;
        if (!/\blisten\b|\bserve\b/.test(text)) return;
        const known = workspace();
        const project = known.packages.of(path);
        const home = trackerHome(project, known);
        // With other flavours, tasks are handed over, or nothing signals the shutdown.
        if (!home.exists || home.flavour !== 'node' || path === home.path) return;
        const evaluation = evaluationFor(known, context.settings['fire-task']);
        const [first] = startsIn(sourceOf(sourceCode, path), evaluation);
        const open = new Map([[path, text]]);
        if (
          first === undefined ||
          !usesTasks(project.root, home, known, open) ||
          drainsAlready(project.root, home, known, open)
        )
          return;
        const plan = planDrain(project.root, home, evaluation, open);
        // A fix cannot write another file.
        const isHere = plan.kind === 'planned' && plan.place.path === path && plan.imports.text === undefined;
        context.report({
          loc: locationOf(sourceCode, first.call.range),
          messageId: 'drain',
          suggest: isHere ? [{ messageId: 'wait', data: { calls: plan.calls }, fix: fixOf(plan.edits) }] : null,
        });
      },
    };
  },
});
