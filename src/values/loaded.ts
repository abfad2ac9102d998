import { dirname, join } from 'node:path';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { propertyName } from '../syntax/call.ts';
import { escaped } from '../syntax/escape.ts';
import { importing, loadAt, loadedFolder, loadingCalls, stepBefore } from '../syntax/loads.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { argumentAt } from './arguments.ts';
import { callResult } from './call-results.ts';
import { isExportedWhole } from './call-sites.ts';
import { wholeValue } from './calls.ts';
import { pathsMentioning } from './near.ts';
import { instanceOf } from './results.ts';
import { isSame, unite } from './unite.ts';

/** More files than this that give one name to something make it unknown. */
const MOST_FILES = 3;
/** Words in a file that lists a folder, and its text that loads what it lists. */
const LISTING = ['readdirSync', 'readdir'];
const LOADING = /\b(?:require|import)(?:['"]\])?\s*\(\s*[^\s'")]/;

/**
 * A member that a value gets under a computed key, from the modules of a folder: `db[model.name] = model`, where
 * `model` is `require(path.join(__dirname, file))(sequelize)`. The modules are those that give this name to something,
 * or the file that has this name.
 *
 * @param written - what is assigned under computed keys
 */
export function loadedMember(
  written: readonly Node[],
  source: Source,
  name: string,
  evaluation: Evaluation,
): Value | undefined {
  for (const node of written) {
    const folder = loadedFolder(node, source);
    if (folder === undefined) continue;
    const values = modulesNamed(name, folder, source, evaluation).flatMap(
      (module) => valueLoaded(node, source, module, evaluation) ?? [],
    );
    const value = unite(values, node, source, evaluation);
    if (value !== undefined) return { ...value, byName: true };
  }
  return undefined;
}

function modulesNamed(name: string, folder: string, from: Source, evaluation: Evaluation): Source[] {
  const named = pathsMentioning(name, givingName, from, evaluation).filter(
    (path) => dirname(path) === folder && path !== from.path,
  );
  const resolved = named.length > 0 ? undefined : evaluation.resolver.resolve(join(folder, name), from.path);
  const paths = resolved !== undefined && 'file' in resolved ? [resolved.file] : named;
  if (paths.length > MOST_FILES) return [];
  return paths.flatMap((path) => evaluation.workspace.files.followed(path) ?? []);
}

/** Text that names what a module makes: `class User`, `define('User', …)`, `{ modelName: 'User' }`. */
function givingName(name: string): RegExp {
  const word = escaped(name);
  return new RegExp(`\\b(?:class|function)\\s+${word}(?![\\w$])|(?:\\(|[nN]ame['"]?\\s*:)\\s*['"\`]${word}['"\`]`);
}

/** The value of an expression, if the module that it loads is this one. */
function valueLoaded(expression: Node, source: Source, module: Source, evaluation: Evaluation): Value | undefined {
  const node = unwrap(expression);
  if (loadAt(node, source) !== undefined) {
    const whole = wholeValue(module, evaluation);
    return importing(node) === undefined ? whole : evaluation.result(whole);
  }
  const inner = stepBefore(node, source);
  const before = inner === undefined ? undefined : valueLoaded(inner, source, module, evaluation);
  if (before === undefined) return undefined;
  switch (node.type) {
    case 'CallExpression':
      return callResult(before, node, source, evaluation);
    case 'NewExpression':
      return instanceOf(before, evaluation);
    case 'MemberExpression': {
      const name = propertyName(node);
      return name === undefined ? undefined : evaluation.member(before, name);
    }
    default:
      return before;
  }
}

/**
 * The value of a parameter of a function that a file exports as a whole, by what a file passes that loads the whole
 * folder: `require(path.join(__dirname, file))(sequelize)`. Undefined if several disagree.
 */
export function loaderArgument(
  fn: FunctionNode,
  index: number,
  home: Source,
  evaluation: Evaluation,
): Value | undefined {
  if (!isExportedWhole(fn, home)) return undefined;
  const folder = dirname(home.path);
  const paths = new Set(LISTING.flatMap((word) => pathsMentioning(word, LOADING, home, evaluation)));
  const values = [...paths].flatMap((path) => {
    const source = path === home.path ? undefined : evaluation.workspace.files.followed(path);
    if (source === undefined) return [];
    const calls = loadingCalls(source).filter((each) => each.folder === folder);
    return calls.flatMap((call) => argumentAt(call, index, source, evaluation) ?? []);
  });
  const [first, ...others] = values;
  return first !== undefined && others.every((other) => isSame(other, first)) ? first : undefined;
}
