export { basename, dirname, extname, join, posix, relative, resolve } from 'pathe';
export const sep = '/';
