import { defineEntry } from '../entry.ts';

const HOOKS = 'onIncomingRequest|onUploadCreate|onUploadFinish|onResponseError|namingFunction|generateUrl';

/** The server of resumable uploads. It awaits its hooks, and drops what its listeners return. */
export const tus = defineEntry({
  name: 'tus',
  docs: 'https://github.com/tus/tus-node-server/tree/main/packages/server',
  packages: ['@tus/server'],
  versions: '1, 2',
  receivers: { app: { values: ['new @tus/server#Server()'] } },
  registrations: [
    { calls: ['new @tus/server#Server()'], handlers: [{ option: HOOKS }], label: 'upload {key}' },
    { methods: ['on'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'upload event {0}' },
  ],
  returned: 'awaited',
});
