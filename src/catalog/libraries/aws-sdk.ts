import { defineEntry } from '../entry.ts';

export const awsSdk = defineEntry({
  name: 'aws-sdk',
  docs: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/',
  packages: ['aws-sdk', '@aws-sdk/client-sqs', '@aws-sdk/client-sns', '@aws-sdk/client-eventbridge'],
  enqueues: [
    'new @aws-sdk/client-sqs#SQSClient().send()',
    'new @aws-sdk/client-sns#SNSClient().send()',
    'new @aws-sdk/client-eventbridge#EventBridgeClient().send()',
  ],
  launches: [
    'new @aws-sdk/client-*#*().send()',
    // In version 2, `promise()` starts the request.
    'new aws-sdk#*().*().promise()',
    'new aws-sdk#*.*().*().promise()',
    'new aws-sdk/clients/*#default().*().promise()',
    'new aws-sdk/clients/*#*().*().promise()',
    'new @aws-sdk/lib-storage#Upload().done()',
    '@aws-sdk/s3-request-presigner#getSignedUrl()',
    '@aws-sdk/s3-presigned-post#createPresignedPost()',
    '@aws-sdk/lib-dynamodb#DynamoDBDocumentClient.from().send()',
  ],
});
