import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const STORAGE_FILE = names(`
  save delete download makePublic copy move getSignedUrl exists setMetadata
`);

export const googleCloud = defineEntry({
  name: 'google cloud',
  docs: 'https://cloud.google.com/nodejs/docs/reference',
  packages: [
    '@google-cloud/storage',
    '@google-cloud/pubsub',
    '@google-cloud/tasks',
    '@google-cloud/bigquery',
    '@google-cloud/logging',
  ],
  enqueues: [
    'new @google-cloud/pubsub#PubSub().topic().publishMessage|publish()',
    'new @google-cloud/tasks#CloudTasksClient().createTask()',
  ],
  launches: [
    `new @google-cloud/storage#Storage().bucket().file().${STORAGE_FILE}()`,
    'new @google-cloud/storage#Storage().bucket().upload|deleteFiles|getFiles|exists()',
    'new @google-cloud/bigquery#BigQuery().query|createQueryJob()',
    'new @google-cloud/bigquery#BigQuery().dataset().table().insert()',
    'new @google-cloud/logging#Logging().log().write()',
  ],
});
