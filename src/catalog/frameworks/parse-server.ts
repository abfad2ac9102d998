import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const TRIGGERS = names(`
  define beforeSave afterSave beforeDelete afterDelete beforeFind afterFind beforeLogin afterLogin afterLogout
  beforePasswordResetRequest beforeSaveFile afterSaveFile beforeDeleteFile afterDeleteFile beforeConnect
  beforeSubscribe afterLiveQueryEvent onLiveQueryEvent
`);
const SDKS = ['global#Parse', 'parse/node#Parse', 'parse#Parse'];
/** The SDK is a global in cloud code; elsewhere it is a module, whose default export has the same names. */
const of = (name: string): string[] => [...SDKS.map((sdk) => `${sdk}.${name}`), `parse/node#${name}`, `parse#${name}`];
const OBJECT = 'typed parse/node#Object';

export const parseServer = defineEntry({
  name: 'parse server',
  docs: 'https://docs.parseplatform.org/cloudcode/guide/',
  packages: ['parse-server', 'parse'],
  versions: '6, 7, 8, 9',
  registrations: [
    {
      calls: [...SDKS.map((sdk) => `${sdk}.Cloud.${TRIGGERS}()`), `parse/node#Cloud.${TRIGGERS}()`],
      handlers: [0, 1],
      label: 'cloud {method} {0}',
    },
    {
      calls: [...SDKS.map((sdk) => `${sdk}.Cloud.job()`), 'parse/node#Cloud.job()'],
      handlers: [1],
      kind: 'job',
      label: 'cloud job {0}',
    },
  ],
  returned: 'awaited',
  launches: [
    ...of('Object').flatMap((type) => [
      `new ${type}().save|fetch|destroy()`,
      `${type}.saveAll|destroyAll|fetchAll|fetchAllIfNeeded()`,
      `${type}.extend().new.save|fetch|destroy()`,
    ]),
    ...of('Query').map((type) => `new ${type}().find|first|get|count|each|aggregate|distinct|findAll()`),
    ...of('File').map((type) => `new ${type}().save|destroy()`),
    ...of('Push').map((push) => `${push}.send()`),
    ...of('Cloud').map((cloud) => `${cloud}.run|httpRequest|sendEmail()`),
  ],
  yields: of('Query').flatMap((type) => [
    { calls: [`new ${type}().first|get()`], gives: OBJECT },
    { calls: [`new ${type}().find|findAll()`], gives: OBJECT, at: '*' },
  ]),
});
