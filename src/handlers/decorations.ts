import type { Entry } from '../catalog/entry.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Value } from '../values/value.ts';
import type { PackageDecorations } from './package-decorations.ts';
import { findHandlers } from './find.ts';
import { packageDecorations, placeOfDecorations } from './package-decorations.ts';
import { perFile } from './per-file.ts';
import { givenReceivers } from './receiver.ts';
import { ofNamedParameter } from './named-parameters.ts';
import { keptIn, oneKept } from './stores.ts';

/**
 * The value of a member that the package's own code put on a framework's object: `request.server.audit` after
 * `app.decorate('audit', audit)`, `ctx.services.mail` after `app.context.services = { mail }`. Undefined for anything
 * else.
 *
 * @param value - the value of the expression without this knowledge
 * @param evaluation - the evaluation that identifies handlers
 */
export function decoratedValue(value: Value | undefined, source: Source, evaluation: Evaluation): Value | undefined {
  return (
    decoration(value, source, evaluation) ??
    oneKept(keptIn(value, source, evaluation), source, evaluation) ??
    ofNamedParameter(value, evaluation)
  );
}

function decoration(value: Value | undefined, source: Source, evaluation: Evaluation): Value | undefined {
  if (value?.kind !== 'parameter' && value?.kind !== 'external') return undefined;
  const inPackage = decorationsOf(source, evaluation);
  if (inPackage === undefined || inPackage.isEmpty) return undefined;
  const names = value.kind === 'parameter' ? value.path : value.steps;
  for (const [index, name] of names.entries()) {
    const found = inPackage
      .decorations()
      .get(name)
      ?.find(({ entry }) => belongsTo(value, entry, evaluation));
    if (found === undefined) continue;
    let member: Value | undefined = found.value;
    for (const step of names.slice(index + 1))
      member = member === undefined ? undefined : evaluation.member(member, step);
    return member;
  }
  return undefined;
}

/**
 * Whether the framework itself gave the object: a type or value of its package, or the parameter of a handler or plugin
 * of it.
 */
function belongsTo(value: Value & { kind: 'parameter' | 'external' }, entry: Entry, evaluation: Evaluation): boolean {
  if (value.kind === 'external') return entry.packages.includes(value.module);
  return (
    findHandlers(value.source, evaluation).some((handler) => handler.node === value.fn && handler.entry === entry) ||
    givenReceivers(value, evaluation).some((receiver) => receiver.entry === entry)
  );
}

/** The decorations of a file's package. They are remembered, because each call in the file asks for them. */
const decorationsOf = perFile((source, evaluation): PackageDecorations | undefined => {
  const { packages, changes } = evaluation.workspace;
  const { root } = packages.of(source.path);
  changes.reads.note(placeOfDecorations(root));
  return packageDecorations(root, evaluation);
});
