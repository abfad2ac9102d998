import { defineEntry } from '../entry.ts';

const MODULES = ['pdfjs-dist', 'pdfjs-dist/legacy/build/pdf.mjs', 'pdfjs-dist/build/pdf.mjs'];

export const pdfjs = defineEntry({
  name: 'pdf.js',
  docs: 'https://mozilla.github.io/pdf.js/api/',
  packages: ['pdfjs-dist'],
  // Version 6 removed the document's destroy().
  versions: '4, 5, 6',
  launches: MODULES.flatMap((module) => [
    `${module}#getDocument().destroy()`,
    `${module}#getDocument().promise.getPage|getMetadata|getData|saveDocument|cleanup|destroy()`,
    `${module}#getDocument().promise.getPage().getTextContent|getAnnotations|getOperatorList()`,
  ]),
  // A document's cleanup() returns a promise, a page's a boolean.
  lookalikes: MODULES.map((module) => `${module}#getDocument().promise.getPage().cleanup()`),
});
