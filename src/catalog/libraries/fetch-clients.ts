import { defineEntry } from '../entry.ts';

/** HTTP clients that send at once. */
export const fetchClients = defineEntry({
  name: 'fetch clients',
  docs: 'https://undici.nodejs.org/',
  packages: ['undici', 'node-fetch', 'cross-fetch', 'ofetch', 'ky', 'got', 'needle', 'wretch'],
  launches: [
    'undici#fetch|request|connect()',
    'new undici#Client|Pool|Agent().request|connect|close()',
    'node-fetch#default()',
    'cross-fetch#default|fetch()',
    'ofetch#ofetch|$fetch()',
    'ofetch#ofetch.raw()',
    'ky#default()',
    'ky#get|post|put|patch|delete|head()',
    'ky#create|extend().get|post|put|patch|delete|head()',
    'ky#default().json|text|arrayBuffer|blob()',
    'ky#get|post|put|patch|delete|head().json|text|arrayBuffer|blob()',
    'got#default()',
    'got#get|post|put|patch|delete|head()',
    'got#extend().get|post|put|patch|delete|head()',
    'got#default().json|text|buffer()',
    'got#get|post|put|patch|delete|head().json|text|buffer()',
    'needle#default()',
    'wretch#default().**.json|text|res|blob|arrayBuffer()',
  ],
});
