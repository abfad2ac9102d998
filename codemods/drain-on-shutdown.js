// `jscodeshift -t` takes a file's path, not a package's subpath: this file keeps that path short.
import './without-babel.js';

export { default } from '../dist/command/drain-on-shutdown.js';
