import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const MINIO = names(`
  putObject fPutObject getObject fGetObject removeObject removeObjects statObject makeBucket bucketExists
  presignedGetObject presignedPutObject copyObject
`);

export const objectStorage = defineEntry({
  name: 'object storage',
  docs: 'https://min.io/docs/minio/linux/developers/javascript/API.html',
  packages: ['minio', 'cloudinary', '@vercel/blob', 'uploadthing'],
  launches: [
    `new minio#Client().${MINIO}()`,
    'cloudinary#v2.uploader.upload|destroy|rename|explicit|upload_large()',
    'cloudinary#v2.api.resource|resources|delete_resources|update()',
    '@vercel/blob#put|del|list|head|copy()',
    'new uploadthing/server#UTApi().uploadFiles|uploadFilesFromUrl|deleteFiles|listFiles|renameFiles()',
  ],
});
