import { defineEntry } from '../entry.ts';

const HANDLERS =
  'Handler|APIGatewayProxyHandler|APIGatewayProxyHandlerV2|APIGatewayEventRequestSimpleAuthorizerHandlerV2|SQSHandler|SNSHandler|S3Handler|DynamoDBStreamHandler|KinesisStreamHandler|ScheduledHandler|EventBridgeHandler|CognitoUserPoolTriggerHandler|ALBHandler|CloudFrontRequestHandler|StreamifyHandler';

export const awsLambda = defineEntry({
  name: 'aws lambda',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
  packages: ['@types/aws-lambda', '@middy/core', '@aws-lambda-powertools/logger'],
  runtime: 'frozen',
  // In a package that is known to be for Lambda, an export of this name is the handler, wherever the file is.
  files: [{ path: /\.[cm]?[jt]s$/, exports: ['handler'], label: 'lambda handler' }],
  registrations: [
    { calls: ['@middy/core#default()'], handlers: [0], label: 'lambda {variable}' },
    { calls: ['@middy/core#default().handler()', '@middy/core#default().**.handler()'], handlers: [0], label: 'lambda {variable}' },
    { calls: ['global#awslambda.streamifyResponse()'], handlers: [0], label: 'lambda {variable}' },
  ],
  types: { handlers: [`aws-lambda#${HANDLERS}`] },
  returned: 'awaited',
});
