// The visitor's project has no tsconfig.json.
export const getTsconfig = (): null => null;
export const parseTsconfig = (): object => ({});
export const createPathsMatcher = (): null => null;
