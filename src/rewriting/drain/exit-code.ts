import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import { isExit } from '../../syntax/exit.ts';
import { walk } from '../../syntax/walk.ts';
import { open, replace } from '../edit.ts';
import { isUsedName } from '../names.ts';
import { inBraces } from '../style.ts';

/** The statement that drains in a hook, and the edits that make the exit code depend on its result. */
export interface DrainStatement {
  readonly code: string;
  readonly edits: readonly Edit[];
}

const RESULT = 'drained';

/**
 * `await drainTasks(…)`. If the same block then exits with success, `const { drained } = await drainTasks(…)`, and the
 * exit code depends on `drained`, so that it shows whether work was lost.
 *
 * @param block - what contains the statement
 * @param from - the position of the statement in the file
 */
export function drainStatement(
  block: Node,
  from: number,
  call: string,
  { source, style, setsExitCode }: DrainContext,
): DrainStatement {
  const edits: Edit[] = [];
  walk(block, (node) => {
    // It may be called before the drain, when there is no result to ask.
    if (node.type === 'FunctionDeclaration') return false;
    if (node.type !== 'CallExpression' || node.range[0] < from || !isExit(node, source)) return;
    const [code] = node.arguments;
    const { text } = source;
    if (code === undefined) {
      const end = node.range[1] - 1;
      // `process.exit()` without a code uses `process.exitCode` if it is set.
      const success = setsExitCode ? 'undefined' : '0';
      if (text.slice(end - 1, end) === '(') edits.push(open(end, `${RESULT} ? ${success} : 1`));
    } else if (code.type === 'Literal' && code.value === 0) edits.push(replace(...code.range, `${RESULT} ? 0 : 1`));
  });
  return edits.length === 0 || isUsedName(RESULT, source)
    ? { code: `await ${call}`, edits: [] }
    : { code: `const ${inBraces(RESULT, style)} = await ${call}`, edits };
}
