import { defineEntry } from '../entry.ts';

/** A package's generated `_generated/server` exports these under their short names. */
const MAKERS = ['query', 'mutation', 'action', 'internalQuery', 'internalMutation', 'internalAction', 'httpAction'].map(
  (name) => `convex/server#${name}Generic()`,
);
/** These make such makers, which give the functions a context of the user's. */
const CUSTOM = 'convex-helpers/server/customFunctions#customQuery|customMutation|customAction()()';
const CONTEXT = 'typed convex/server#GenericMutationCtx|GenericActionCtx|GenericQueryCtx';

export const convex = defineEntry({
  name: 'convex',
  docs: 'https://docs.convex.dev/functions/mutation-functions',
  packages: ['convex'],
  versions: '1',
  registrations: [
    { calls: [...MAKERS, CUSTOM], handlers: [0, { option: 'handler', argument: 0 }], label: '{variable}' },
    { calls: ['convex-helpers/server/customFunctions#customCtx()'], handlers: [0], label: 'context' },
    {
      calls: ['convex-helpers/server/customFunctions#customQuery|customMutation|customAction()'],
      handlers: [{ option: 'input', argument: 1 }],
      label: 'context',
    },
  ],
  types: { parameters: ['convex/server#GenericMutationCtx|GenericActionCtx|GenericQueryCtx'] },
  hands: [{ calls: [...MAKERS, CUSTOM], parameter: 0, is: 'typed convex/server#GenericMutationCtx' }],
  launches: [
    `${CONTEXT}.db.insert|patch|replace|delete|get()`,
    `${CONTEXT}.runMutation|runAction|runQuery()`,
    `${CONTEXT}.storage.store|delete|getUrl|generateUploadUrl()`,
  ],
  enqueues: [`${CONTEXT}.scheduler.runAfter|runAt|cancel()`],
  returned: 'awaited',
});
