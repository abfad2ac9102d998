export { basename, dirname, extname, isAbsolute, join, posix, relative, resolve } from 'pathe';
export const sep = '/';
