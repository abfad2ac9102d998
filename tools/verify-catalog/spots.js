// Places in typings (a module, the globals, a symbol or a type), and the places one step further.
import ts from 'typescript';

/**
 * @typedef {{ module: ts.Symbol } | { globals: ReadonlyMap<string, ts.Symbol> } | { symbol: ts.Symbol } | { type:
 *   ts.Type }} Spot
 * @typedef {{ spots: Spot[], open?: string, missing?: string }} Next `open`: why the typings cannot say; `missing`: why
 *   there is nothing.
 */

/** @returns {Next} */
export function memberSpots(checker, spots, name) {
  const found = spots.flatMap((spot) => member(checker, spot, name) ?? []);
  if (found.length > 0) return { spots: found };
  const { types, open = lostExports(checker, spots) } = valueTypes(checker, spots);
  const indexed = types.some((type) => checker.getIndexInfoOfType(type, ts.IndexKind.String) !== undefined);
  return { spots: [], open: open ?? (indexed ? 'any name is allowed there' : undefined) };
}

/** The results of calls, including their awaited values. @returns {Next} */
export function callSpots(checker, spots) {
  const { types, open } = valueTypes(checker, spots);
  const returned = types
    .flatMap((type) => checker.getSignaturesOfType(type, ts.SignatureKind.Call))
    .map((signature) => signature.getReturnType());
  if (returned.length > 0) return { spots: returned.flatMap((type) => resultSpots(checker, type)) };
  const isLoose = types.some((type) => type.symbol?.name === 'Function');
  return { spots: [], open: open ?? (isLoose ? 'it is typed as Function' : undefined) };
}

/**
 * Instances: what the constructors create, or a type by its name. A function that may be called with or without `new`
 * has only call signatures. If the value is already an instance, like a model, its constructors create another one.
 * @returns {Next}
 */
export function instanceSpots(checker, spots, typed) {
  if (typed && spots.some((spot) => !('type' in spot))) {
    const declared = spots.flatMap((spot) => declaredSpots(checker, spot));
    if (declared.length > 0) return { spots: declared };
    // A class exported as a constant: its instances are those of a class that extends it.
    return { ...madeBy(checker, spots), missing: 'it is no type' };
  }
  const { spots: made, open } = madeBy(checker, spots);
  return made.length > 0 || open !== undefined ? { spots: made, open } : callSpots(checker, spots);
}

function madeBy(checker, spots) {
  const { types, open } = valueTypes(checker, spots);
  const made = types
    .flatMap((type) => checker.getSignaturesOfType(type, ts.SignatureKind.Construct))
    .map((signature) => ({ type: signature.getReturnType() }));
  return { spots: made, open };
}

/** The names that exist at a place, to suggest instead of a missing one. */
export function namesOf(checker, spots) {
  return spots.flatMap((spot) => {
    if ('globals' in spot) return [...spot.globals.keys()];
    if ('module' in spot) return checker.getExportsOfModule(spot.module).map(({ name }) => name);
    const isModule = 'symbol' in spot && spot.symbol.flags & ts.SymbolFlags.Module;
    const inner = isModule ? checker.getExportsOfModule(spot.symbol) : [];
    const properties = valueTypes(checker, [spot]).types.flatMap((type) => checker.getPropertiesOfType(type));
    return [...inner, ...properties].map(({ name }) => name);
  });
}

function member(checker, spot, name) {
  if ('globals' in spot) return asSpot(checker, spot.globals.get(name));
  if ('module' in spot) {
    const whole = defaultOf(checker, spot.module);
    if (name === 'default') return whole ?? spot;
    // Members of a default export count as named exports: `express.Router` is `express#Router`.
    return exported(checker, spot.module, name) ?? (whole === undefined ? undefined : member(checker, whole, name));
  }
  if ('symbol' in spot && spot.symbol.flags & ts.SymbolFlags.Module) {
    const inner = exported(checker, spot.symbol, name);
    if (inner !== undefined) return inner;
  }
  const properties = valueTypes(checker, [spot]).types.flatMap((type) => checker.getPropertyOfType(type, name) ?? []);
  if (properties.length === 0) return undefined;
  return properties.flatMap((symbol) => resultSpots(checker, checker.getTypeOfSymbol(symbol)));
}

/** `export default`, or `export =`. */
function defaultOf(checker, module) {
  return exported(checker, module, 'default') ?? asSpot(checker, module.exports?.get('export='));
}

/** Whether a module re-exports another module that was not found, because it is generated or not installed. */
function lostExports(checker, spots) {
  const seen = new Set();
  const loses = (module) => {
    if (seen.has(module)) return undefined;
    seen.add(module);
    for (const { moduleSpecifier } of module.exports?.get('__export')?.declarations ?? []) {
      const source = checker.getSymbolAtLocation(moduleSpecifier);
      const lost = source === undefined ? moduleSpecifier.text : loses(source);
      if (lost !== undefined) return lost;
    }
    return undefined;
  };
  const [lost] = spots.flatMap((spot) => ('module' in spot && loses(spot.module)) || []);
  return lost === undefined ? undefined : `it may come from "${lost}", which was not found`;
}

function exported(checker, module, name) {
  const found = checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  return asSpot(checker, found);
}

function asSpot(checker, symbol) {
  if (symbol === undefined) return undefined;
  return { symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol };
}

function declaredSpots(checker, spot) {
  if (!('symbol' in spot)) return [];
  if (spot.symbol.flags & ts.SymbolFlags.Type) return [{ type: checker.getDeclaredTypeOfSymbol(spot.symbol) }];
  // In `typed hapi#Lifecycle.Method`, the type is a member.
  return spot.symbol.flags & ts.SymbolFlags.Namespace ? [spot] : [];
}

/**
 * The value of a call or a property, and what it is awaited to. The awaited value of a Promise always counts, that of
 * another thenable only if it is not `any`. The value itself also counts, because a builder may be awaitable.
 */
function resultSpots(checker, type) {
  const awaited = checker.getAwaitedType(type);
  const isPromise = type.symbol?.name === 'Promise';
  const adds = awaited !== undefined && awaited !== type && (isPromise || !(awaited.flags & ts.TypeFlags.AnyOrUnknown));
  return adds ? [{ type }, { type: awaited }] : [{ type }];
}

/** The types of the values at these places, with unions and type parameters resolved. */
function valueTypes(checker, spots) {
  const found = { types: [], open: undefined };
  for (const spot of spots) {
    if ('type' in spot) addParts(checker, spot.type, found);
    else if ('symbol' in spot && spot.symbol.flags & ts.SymbolFlags.Value)
      addParts(checker, checker.getTypeOfSymbol(spot.symbol), found);
    else if ('symbol' in spot && !(spot.symbol.flags & (ts.SymbolFlags.Type | ts.SymbolFlags.Namespace)))
      found.open = 'its declaration was not found';
    else if ('module' in spot) addParts(checker, checker.getTypeOfSymbol(spot.module), found);
  }
  return found;
}

function addParts(checker, type, found, depth = 0) {
  if (type.isUnion()) {
    for (const part of type.types) addParts(checker, part, found, depth);
  } else if (type.flags & ts.TypeFlags.AnyOrUnknown) {
    const isLost = type.intrinsicName === 'error';
    found.open ??= isLost ? 'a type it relies on was not found' : `the typings say ${checker.typeToString(type)}`;
  } else if (type.flags & ts.TypeFlags.Instantiable && depth < 5) {
    const byDefault = type.isTypeParameter() ? checker.getDefaultFromTypeParameter(type) : undefined;
    const bounds = [checker.getBaseConstraintOfType(type), byDefault];
    const known = bounds.filter((bound) => bound !== undefined && bound !== type);
    if (known.length === 0) found.open ??= 'it depends on a type argument';
    for (const bound of known) addParts(checker, bound, found, depth + 1);
  } else if (!(type.flags & (ts.TypeFlags.Nullable | ts.TypeFlags.Void | ts.TypeFlags.Never))) {
    found.types.push(checker.getApparentType(type));
  }
}
