import { defineEntry } from '../entry.ts';

export const sails = defineEntry({
  name: 'sails',
  docs: 'https://sailsjs.com/documentation/concepts/actions-and-controllers',
  packages: ['sails'],
  versions: '1',
  files: [
    // Actions of the newer kind take inputs. Classic ones are functions of (req, res): one per file, or several in an
    // object.
    { path: /^api\/controllers\/(?<route>.*)\.[jt]s$/, exports: ['default'], keys: ['fn'], label: 'action {route}' },
    { path: /^api\/controllers\/(?<route>.*)\.[jt]s$/, exports: ['default'], label: 'action {route}' },
    {
      path: /^api\/controllers\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      label: 'action {route}.{key}',
    },
    { path: /^api\/policies\/(?<route>.*)\.[jt]s$/, exports: ['default'], label: 'policy {route}' },
    { path: /^api\/helpers\/(?<route>.*)\.[jt]s$/, exports: ['default'], keys: ['fn'], label: 'helper {route}' },
    { path: /^config\/bootstrap\.[jt]s$/, exports: ['bootstrap'], kind: 'lifecycle', label: 'bootstrap' },
  ],
  shapes: [
    ['request', 'response'],
    ['request', 'response', 'next'],
  ],
  answers: {
    parameters: [1, 2],
    ends: [
      'json',
      'send',
      'ok',
      'created',
      'badRequest',
      'forbidden',
      'notFound',
      'serverError',
      'redirect',
      'view',
      'end',
    ],
    serialises: ['json', 'send', 'ok'],
  },
  returned: 'caught',
});
