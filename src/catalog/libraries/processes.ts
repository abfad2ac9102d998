import { defineEntry } from '../entry.ts';

export const processes = defineEntry({
  name: 'processes',
  docs: 'https://github.com/sindresorhus/execa',
  packages: ['execa', 'zx', 'tinyexec'],
  launches: [
    'execa#execa|execaCommand|execaNode|$()',
    'execa#execa|$`…`',
    'zx#fetch|sleep|retry()',
    'zx#$`…`',
    'tinyexec#x|exec()',
  ],
});
