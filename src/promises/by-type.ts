import type { Catalog } from '../catalog/lookup.ts';
import type { Node, Source, TypeServices } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import { packageNameOf } from '../project/package.ts';

/**
 * The parts of TypeScript's checker that are used. The compiler itself is never imported, so any version that ESLint's
 * parser supports will do.
 */
interface Checker {
  typeToString(type: Type): string;
  getTypeOfSymbol(symbol: Symbol): Type;
  getApparentType(type: Type): Type;
}
interface Type {
  readonly symbol?: Symbol;
  readonly types?: readonly Type[];
  readonly intrinsicName?: string;
  isUnion(): boolean;
  isIntersection(): boolean;
  isTypeParameter(): boolean;
  getProperty(name: string): Symbol | undefined;
  getCallSignatures(): readonly Signature[];
  getBaseTypes?(): readonly Type[] | undefined;
}
interface Symbol {
  readonly name: string;
  readonly declarations?: readonly { getSourceFile(): { fileName: string } }[];
}
interface Signature {
  readonly parameters: readonly Symbol[];
}

/** What the type of a call says; undefined if there are no types, or the type is `any` or `unknown`. */
export function launchByType(node: Node, source: Source, catalog: Catalog): Launch | undefined {
  const { types } = source;
  if (types === undefined) return undefined;
  let type: Type;
  try {
    type = types.getTypeAtLocation(node) as Type;
  } catch {
    // The program has no counterpart for this node, as in a processor's virtual file.
    return undefined;
  }
  return typeLaunch(type, types, catalog);
}

function typeLaunch(type: Type, types: TypeServices, catalog: Catalog): Launch | undefined {
  const checker = types.program.getTypeChecker() as Checker;
  const parts = type.isUnion() ? (type.types ?? []) : [checker.getApparentType(type)];
  let known = false;
  for (const part of parts) {
    if (part.intrinsicName === 'any' || part.intrinsicName === 'unknown' || part.intrinsicName === 'error') continue;
    known = true;
    const verdict = partVerdict(part, checker, catalog);
    if (verdict === undefined) continue;
    return { verdict, evidence: { step: 'type', why: `its type is ${shortened(checker.typeToString(type))}` } };
  }
  if (!known) return undefined;
  return { verdict: 'no', evidence: { step: 'type', why: `its type is ${shortened(checker.typeToString(type))}` } };
}

function partVerdict(type: Type, checker: Checker, catalog: Catalog): 'promise' | 'lazy' | undefined {
  const origin = originOf(type);
  if (origin !== undefined) {
    const value = { module: origin, steps: [type.symbol?.name ?? '', 'new'] };
    if (catalog.thenables.find(value) !== undefined) return undefined;
    if (catalog.lazyTypes.find(value) !== undefined) return 'lazy';
  }
  return isThenable(type, checker) ? 'promise' : undefined;
}

/** typescript-eslint's rule for thenables: a `then` whose first parameter is a function. */
function isThenable(type: Type, checker: Checker): boolean {
  const then = type.getProperty('then');
  if (then === undefined) return false;
  for (const part of unionParts(checker.getTypeOfSymbol(then))) {
    for (const signature of part.getCallSignatures()) {
      const [first] = signature.parameters;
      if (first === undefined) continue;
      if (
        unionParts(checker.getTypeOfSymbol(first)).some(
          (parameter) => checker.getApparentType(parameter).getCallSignatures().length > 0,
        )
      )
        return true;
    }
  }
  return false;
}

function unionParts(type: Type): readonly Type[] {
  return type.isUnion() ? (type.types ?? []) : [type];
}

/** The package that declares a type, by the path of its declaration. */
function originOf(type: Type): string | undefined {
  const file = type.symbol?.declarations?.[0]?.getSourceFile().fileName;
  return file === undefined ? undefined : packageNameOf(file);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
