import { defineEntry } from '../entry.ts';

export const ldapjs = defineEntry({
  name: 'ldapjs',
  docs: 'http://ldapjs.org/server.html',
  packages: ['ldapjs'],
  versions: '2, 3',
  receivers: { app: { values: ['ldapjs#createServer()'] } },
  registrations: [
    {
      methods: ['add', 'bind', 'compare', 'del', 'exop', 'modify', 'modifyDN', 'search', 'unbind'],
      handlers: ['all'],
      label: 'LDAP {method} {0}',
    },
    { methods: ['use'], handlers: ['all'], label: 'LDAP middleware' },
  ],
  answers: { parameters: [1, 2], ends: ['end'], serialises: [] },
  returned: 'ignored',
});
