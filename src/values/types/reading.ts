import type { Node } from '../../syntax/source.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Argument, Declared, Reading } from './declared.ts';
import { awaitedTypes, instanceTypes, resultTypes, signatureTypes } from './call-types.ts';
import { externalTypes } from './external-types.ts';
import { memberTypes } from './member-types.ts';
import { entityTypes, exportedTypes, importedTypes } from './named.ts';
import { declaredAs } from './of-value.ts';
import { writtenTypes } from './written.ts';

/** How deep the queries behind one query may nest, and how many there may be. Anything beyond is unknown. */
const DEEPEST = 60;
const MOST = 4_000;

/** Wires the parts of the reader together, for one query from outside. */
export function createReading(evaluation: Evaluation): Reading {
  const followed: { readonly node: Node; readonly given: readonly Argument[] | undefined }[] = [];
  let depth = 0;
  let asked = 0;

  function bounded<Found>(find: () => Found[]): Found[] {
    asked += 1;
    if (depth >= DEEPEST || asked > MOST) return [];
    depth += 1;
    try {
      return find();
    } finally {
      depth -= 1;
    }
  }

  /** Answers nothing for a type that is already being followed, because it leads back to itself. */
  function once(node: Node, given: readonly Argument[] | undefined, find: () => Declared[]): Declared[] {
    if (followed.some((other) => other.node === node && other.given === given)) return [];
    followed.push({ node, given });
    try {
      return find();
    } finally {
      followed.pop();
    }
  }

  const reading: Reading = {
    evaluation,
    types: (node, source, scope) =>
      bounded(() => once(node, scope.given, () => writtenTypes(node, source, scope, reading))),
    entity: (node, source) => bounded(() => entityTypes(node, source, reading)),
    exported: (module, source, name) => bounded(() => exportedTypes(module, source, name, reading)),
    imported: (specifier, name, node, source) => bounded(() => importedTypes(specifier, name, node, source, reading)),
    ofValue: (value, node, source) => declaredAs(value, node, source),
    members: (declared, name) => bounded(() => memberTypes(declared, name, reading)),
    signatures: (declared) =>
      bounded(() =>
        signatureTypes(declared, reading, ({ external, source }) =>
          external === undefined ? [] : externalTypes(external, source, reading),
        ),
      ),
    results: (declared) => bounded(() => resultTypes(declared, reading)),
    instances: (declared) => bounded(() => instanceTypes(declared, reading)),
    awaited: (declared) => bounded(() => awaitedTypes(declared, reading)),
  };
  return reading;
}
