import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const ACCOUNT_HOOKS = names(`
  onLogin onLogout onLoginFailure onCreateUser validateLoginAttempt validateNewUser
`);

const FILES = 'new meteor/ostrio:files#FilesCollection()';
const FILE_HOOKS = names(`
  protected onInitiateUpload onBeforeUpload onAfterUpload onBeforeRemove onAfterRemove downloadCallback
  interceptDownload interceptRequest
`);

/** The package has had several owners. */
const SYNCED_CRON = ['littledata', 'percolate', 'quave']
  .map((owner) => `meteor/${owner}:synced-cron#SyncedCron`)
  .concat('global#SyncedCron');

const COLLECTIONS = [
  'new meteor/mongo#Mongo.Collection()',
  'new global#Mongo.Collection()',
  'meteor/meteor#Meteor.users',
  `${FILES}.collection`,
];

export const meteor = defineEntry({
  name: 'meteor',
  docs: 'https://docs.meteor.com/api/meteor.html#Meteor-methods',
  packages: ['@types/meteor', 'meteor-node-stubs'],
  versions: '2, 3',
  registrations: [
    {
      calls: ['meteor/meteor#Meteor.methods()', 'global#Meteor.methods()'],
      handlers: [{ option: '*', argument: 0 }],
      label: 'method {key}',
    },
    {
      calls: ['meteor/meteor#Meteor.publish()', 'global#Meteor.publish()'],
      minimumArguments: 2,
      handlers: [1],
      label: 'publication {0}',
    },
    {
      calls: ['meteor/meteor#Meteor.startup()', 'global#Meteor.startup()'],
      handlers: [0],
      kind: 'lifecycle',
      label: 'Meteor startup',
    },
    {
      calls: ['meteor/meteor#Meteor.onConnection()', 'global#Meteor.onConnection()'],
      handlers: [0],
      kind: 'message',
      label: 'connection',
    },
    {
      calls: [
        `meteor/accounts-base#Accounts.${ACCOUNT_HOOKS}()`,
        'global#Accounts.onLogin|onLogout|onLoginFailure|onCreateUser|validateLoginAttempt|validateNewUser()',
      ],
      handlers: [0],
      label: 'accounts hook',
    },
    {
      calls: [
        'meteor/webapp#WebApp.connectHandlers|rawConnectHandlers.use()',
        'meteor/webapp#WebApp.handlers|rawHandlers.use|get|post|put|delete()',
      ],
      handlers: ['last'],
      label: 'HTTP {0}',
    },
    // The package matb33:collection-hooks gives collections these.
    {
      calls: COLLECTIONS.map((collection) => `${collection}.before|after.insert|update|upsert|remove|find|findOne()`),
      handlers: [0],
      kind: 'job',
      label: 'collection hook {method}',
    },
    { calls: [FILES], handlers: [{ option: FILE_HOOKS, argument: 0 }], label: 'files {key}' },
    {
      calls: ['new meteor/mdg:validated-method#ValidatedMethod()'],
      handlers: [{ option: 'run', argument: 0 }],
      label: 'method {name}',
    },
    {
      calls: SYNCED_CRON.map((cron) => `${cron}.add()`),
      handlers: [{ option: 'job', argument: 0 }],
      kind: 'job',
      label: 'job {name}',
    },
  ],
  sinks: [
    { values: ['meteor/meteor#Meteor.defer()', 'global#Meteor.defer()'], accepts: 'function', verdict: 'process' },
  ],
  launches: [
    'meteor/meteor#Meteor.callAsync|applyAsync()',
    'global#Meteor.callAsync|applyAsync()',
    ...COLLECTIONS.flatMap((collection) => [
      `${collection}.insertAsync|updateAsync|removeAsync|upsertAsync|findOneAsync|createIndexAsync()`,
      `${collection}.find().fetchAsync|countAsync|forEachAsync|mapAsync()`,
    ]),
  ],
  returned: 'awaited',
});
