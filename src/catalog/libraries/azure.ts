import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const BLOB = names(`
  upload uploadData uploadFile uploadStream delete deleteIfExists download
`);

export const azure = defineEntry({
  name: 'azure',
  docs: 'https://learn.microsoft.com/javascript/api/overview/azure/',
  packages: [
    '@azure/storage-blob',
    '@azure/storage-queue',
    '@azure/service-bus',
    '@azure/event-hubs',
    '@azure/identity',
    '@azure/cosmos',
  ],
  enqueues: [
    'new @azure/service-bus#ServiceBusClient().createSender().sendMessages|scheduleMessages()',
    'new @azure/event-hubs#EventHubProducerClient().sendBatch()',
    'new @azure/storage-queue#QueueClient().sendMessage()',
  ],
  launches: [
    `@azure/storage-blob#BlobServiceClient.fromConnectionString().getContainerClient().getBlockBlobClient().${BLOB}()`,
    `new @azure/storage-blob#BlobServiceClient().getContainerClient().getBlockBlobClient().${BLOB}()`,
    'new @azure/storage-blob#BlobServiceClient().getContainerClient().create|createIfNotExists|delete()',
    'new @azure/identity#DefaultAzureCredential().getToken()',
    'new @azure/cosmos#CosmosClient().database().container().items.create|upsert|bulk()',
  ],
});
