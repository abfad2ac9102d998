// `jscodeshift -t` takes the path of a file, never a package's subpath: this one keeps that path short.
import './without-babel.js';

export { default } from '../dist/command/fire-task.js';
