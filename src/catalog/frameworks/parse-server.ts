import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const TRIGGERS = names(`
  define beforeSave afterSave beforeDelete afterDelete beforeFind afterFind beforeLogin afterLogin afterLogout
  beforePasswordResetRequest beforeSaveFile afterSaveFile beforeDeleteFile afterDeleteFile beforeConnect
  beforeSubscribe afterLiveQueryEvent onLiveQueryEvent
`);
const SDKS = ['global#Parse', 'parse/node#Parse', 'parse#Parse'];

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
    ...SDKS.flatMap((sdk) => [
      `new ${sdk}.Object().save|fetch|destroy()`,
      `new ${sdk}.Query().find|first|get|count|each|aggregate|distinct|findAll()`,
      `new ${sdk}.File().save|destroy()`,
      `${sdk}.Object.saveAll|destroyAll|fetchAll|fetchAllIfNeeded()`,
      `${sdk}.Object.extend().new.save|fetch|destroy()`,
    ]),
    ...SDKS.map((sdk) => `${sdk}.Push.send()`),
    ...SDKS.map((sdk) => `${sdk}.Cloud.run|httpRequest|sendEmail()`),
  ],
});
