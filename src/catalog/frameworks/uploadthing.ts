import { defineEntry } from '../entry.ts';

export const uploadthing = defineEntry({
  name: 'uploadthing',
  docs: 'https://docs.uploadthing.com/file-routes',
  packages: ['uploadthing'],
  versions: '6, 7',
  registrations: [
    {
      calls: ['uploadthing/*#createUploadthing()().**.middleware|onUploadComplete|onUploadError()'],
      handlers: [0],
      label: 'upload {method}',
    },
  ],
  launches: ['new uploadthing/server#UTApi().uploadFiles|uploadFilesFromUrl|deleteFiles|renameFiles|updateACL()'],
  returned: 'awaited',
});
