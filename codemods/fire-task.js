// `jscodeshift -t` takes the path of a file, never a package's subpath: this one keeps that path short.
export { default } from '../dist/codemods/fire-task.js';
