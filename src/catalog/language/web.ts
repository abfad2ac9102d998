import { defineEntry } from '../entry.ts';

export const web = defineEntry({
  name: 'web',
  docs: 'https://developer.mozilla.org/docs/Web/API',
  packages: [],
  drops: [
    {
      values: ['global#setTimeout()', 'global#setInterval()', 'global#setImmediate()', 'global#queueMicrotask()'],
      callback: 0,
    },
    { method: 'addEventListener', callback: 1 },
  ],
  lookalikes: ['global#console.*()', 'global#clearTimeout|clearInterval|clearImmediate()'],
  launches: [
    'global#fetch()',
    'global#fetch().json|text|arrayBuffer|blob|formData|bytes()',
    'typed global#Response.json|text|arrayBuffer|blob|formData|bytes()',
    'typed global#Request.json|text|arrayBuffer|blob|formData|bytes()',
    'global#crypto.subtle.*()',
    'global#caches.open|match|has|delete()',
    'global#navigator.locks.request()',
  ],
  sinks: [
    // Of fetch events, execution contexts, and h3's and Next's events. Cypress and browser drivers have a method with
    // this name that waits for something else.
    { method: 'waitUntil', notOn: ['cy', 'page', 'browser'], accepts: 'promise', verdict: 'keep' },
  ],
});
