import { defineEntry } from '../entry.ts';

/** The functions that decide, for each file of a request, whether it is accepted and where it goes. */
export const multer = defineEntry({
  name: 'multer',
  docs: 'https://github.com/expressjs/multer#multeropts',
  packages: ['multer', '@koa/multer'],
  versions: '1, 2',
  registrations: [
    {
      calls: ['multer#default()', '@koa/multer#default()'],
      handlers: [{ option: 'fileFilter' }],
      label: 'upload {key}',
    },
    {
      calls: ['multer#diskStorage()', '@koa/multer#default.diskStorage()'],
      handlers: [{ option: 'destination|filename' }],
      label: 'upload {key}',
    },
  ],
  returned: 'ignored',
});
