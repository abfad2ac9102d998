import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const OPERATIONS = names(`
  create update updateGlobal delete find findByID findGlobal count duplicate login sendEmail
`);

const HOOKS = names(`
  beforeOperation beforeValidate beforeChange afterChange beforeRead afterRead beforeDelete afterDelete
  afterOperation afterError beforeLogin afterLogin afterLogout afterRefresh afterMe afterForgotPassword refresh me
`);
const COLLECTION = ['endpoints.handler', `hooks.${HOOKS}`, 'access.*', `fields**.hooks.${HOOKS}`, 'fields**.access.*'];
const HOOK_TYPES = names(`
  CollectionBeforeOperationHook CollectionBeforeValidateHook CollectionBeforeChangeHook CollectionAfterChangeHook
  CollectionBeforeReadHook CollectionAfterReadHook CollectionBeforeDeleteHook CollectionAfterDeleteHook
  CollectionAfterOperationHook CollectionAfterErrorHook CollectionBeforeLoginHook CollectionAfterLoginHook
  CollectionAfterLogoutHook GlobalBeforeValidateHook GlobalBeforeChangeHook GlobalAfterChangeHook
  GlobalBeforeReadHook GlobalAfterReadHook FieldHook
`);

export const payload = defineEntry({
  name: 'payload',
  docs: 'https://payloadcms.com/docs/hooks/overview',
  packages: ['payload'],
  versions: '3',
  registrations: [
    {
      calls: ['payload#buildConfig()'],
      handlers: [{ option: 'endpoints.handler', argument: 0 }],
      label: '{method} {path}',
    },
    {
      calls: ['payload#buildConfig()'],
      handlers: [
        `hooks.${HOOKS}`,
        ...COLLECTION.map((path) => `collections.${path}`),
        ...COLLECTION.map((path) => `globals.${path}`),
      ].map((option) => ({ option, argument: 0 })),
      label: '{slug} {key}',
    },
    {
      calls: ['payload#buildConfig()'],
      handlers: [{ option: 'jobs.tasks.handler', argument: 0 }],
      kind: 'job',
      label: 'task {slug}',
    },
    {
      calls: ['payload#buildConfig()'],
      handlers: [{ option: 'jobs.workflows.handler', argument: 0 }],
      kind: 'job',
      label: 'workflow {slug}',
    },
    {
      calls: ['payload#buildConfig()'],
      handlers: [{ option: 'onInit', argument: 0 }],
      kind: 'lifecycle',
      label: 'payload onInit',
    },
  ],
  objects: [
    { types: ['payload#CollectionConfig|GlobalConfig'], handlers: COLLECTION, label: '{slug} {method} {path} {key}' },
    { types: ['payload#Endpoint'], handlers: ['handler'], label: '{method} {path}' },
    { types: ['payload#TaskConfig'], handlers: ['handler', 'onFail', 'onSuccess'], kind: 'job', label: 'task {slug}' },
    {
      types: ['payload#WorkflowConfig'],
      handlers: ['handler', 'onFail', 'onSuccess'],
      kind: 'job',
      label: 'workflow {slug}',
    },
    {
      types: ['payload#Field'],
      handlers: [`hooks.${HOOKS}`, 'access.*', `fields**.hooks.${HOOKS}`],
      label: 'field {name} {key}',
    },
  ],
  types: {
    handlers: [`payload#${HOOK_TYPES}`, 'payload#PayloadHandler|Access|FieldAccess|TaskHandler'],
    parameters: ['payload#PayloadRequest'],
  },
  returned: 'awaited',
  enqueues: ['typed payload#Payload.jobs.queue()', 'typed payload#PayloadRequest.payload.jobs.queue()'],
  launches: [
    `typed payload#Payload|BasePayload.${OPERATIONS}()`,
    `typed payload#PayloadRequest.payload.${OPERATIONS}()`,
  ],
});
