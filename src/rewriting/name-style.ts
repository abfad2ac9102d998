/** `static`: the callee alone. `ids`: followed by the id-like arguments, as a template literal. */
export const NAME_STYLES = ['ids', 'static'] as const;
export type NameStyle = (typeof NAME_STYLES)[number];
export const DEFAULT_NAMES: NameStyle = 'ids';
