import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const FILES = names(`
  readFile readTextFile writeFile writeTextFile readLink realPath remove rename mkdir copyFile open create stat
  lstat truncate chmod chown link symlink utime makeTempDir makeTempFile
`);

export const deno = defineEntry({
  name: 'deno',
  docs: 'https://docs.deno.com/api/deno/~/Deno.serve',
  packages: ['@types/deno', 'deno'],
  versions: '1, 2',
  registrations: [
    {
      calls: ['global#Deno.serve()'],
      handlers: ['last', { option: 'handler' }, { option: 'onError' }],
      label: 'Deno.serve',
    },
    { calls: ['https://deno.land/std*#serve()', 'jsr:@std/http*#serve()'], handlers: [0], label: 'serve' },
    { calls: ['global#Deno.cron()'], handlers: ['last'], kind: 'job', label: 'cron {0}' },
    { calls: ['global#Deno.openKv().listenQueue()'], handlers: [0], kind: 'job', label: 'queue' },
    { calls: ['global#Deno.addSignalListener()'], handlers: [1], kind: 'lifecycle', label: 'signal {0}' },
  ],
  objects: [{ typeNames: ['ServeDefaultExport'], handlers: ['fetch'], label: 'fetch' }],
  returned: 'awaited',
  launches: [
    `global#Deno.${FILES}()`,
    'new global#Deno.Command().output()',
    'global#Deno.openKv|connect|connectTls|resolveDns()',
    'global#Deno.openKv().get|getMany|set|delete()',
    'global#Deno.openKv().atomic().**.commit()',
  ],
  enqueues: ['global#Deno.openKv().enqueue()'],
});
