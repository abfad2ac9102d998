import { defineEntry } from '../entry.ts';

// Every function type of @types/aws-lambda 8.10; its other exports are events and results.
const HANDLERS = [
  'Handler', 'ALBHandler', 'AmplifyGraphQlResolverHandler', 'APIGatewayAuthorizerHandler', 'APIGatewayAuthorizerWithContextHandler', 'APIGatewayProxyHandler', 'APIGatewayProxyHandlerV2',
  'APIGatewayProxyHandlerV2WithIAMAuthorizer', 'APIGatewayProxyHandlerV2WithJWTAuthorizer', 'APIGatewayProxyHandlerV2WithLambdaAuthorizer', 'APIGatewayProxyWebsocketHandlerV2',
  'APIGatewayProxyWithCognitoAuthorizerHandler', 'APIGatewayProxyWithLambdaAuthorizerHandler', 'APIGatewayRequestAuthorizerHandler', 'APIGatewayRequestAuthorizerWithContextHandler',
  'APIGatewayRequestIAMAuthorizerHandlerV2', 'APIGatewayRequestIAMAuthorizerV2WithContextHandler', 'APIGatewayRequestSimpleAuthorizerHandlerV2', 'APIGatewayRequestSimpleAuthorizerHandlerV2WithContext',
  'APIGatewayTokenAuthorizerHandler', 'APIGatewayTokenAuthorizerWithContextHandler', 'AppSyncAuthorizerHandler', 'AppSyncBatchResolverHandler', 'AppSyncResolverHandler', 'AutoScalingScaleInHandler',
  'CdkCustomResourceHandler', 'CdkCustomResourceIsCompleteHandler', 'CloudFormationCustomResourceHandler', 'CloudFrontRequestHandler', 'CloudFrontResponseHandler', 'CloudWatchAlarmHandler',
  'CloudWatchLogsHandler', 'CodeBuildCloudWatchStateHandler', 'CodeCommitHandler', 'CodePipelineCloudWatchActionHandler', 'CodePipelineCloudWatchHandler', 'CodePipelineCloudWatchPipelineHandler',
  'CodePipelineCloudWatchStageHandler', 'CodePipelineHandler', 'CognitoUserPoolTriggerHandler', 'ConnectContactFlowHandler', 'CreateAuthChallengeTriggerHandler', 'CustomAuthorizerHandler',
  'CustomEmailSenderTriggerHandler', 'CustomMessageTriggerHandler', 'CustomSMSSenderTriggerHandler', 'DefineAuthChallengeTriggerHandler', 'DynamoDBStreamHandler', 'EventBridgeHandler',
  'FirehoseTransformationHandler', 'InboundFederationTriggerHandler', 'IoTCustomAuthorizerHandler', 'IoTHandler', 'IoTPreProvisioningHookHandler', 'KinesisStreamHandler',
  'KinesisStreamTumblingWindowHandler', 'LambdaFunctionURLHandler', 'LambdaFunctionURLHandlerWithIAMAuthorizer', 'LexHandler', 'LexV2Handler', 'MSKHandler', 'PostAuthenticationTriggerHandler',
  'PostConfirmationTriggerHandler', 'PreAuthenticationTriggerHandler', 'PreSignUpTriggerHandler', 'PreTokenGenerationTriggerHandler', 'PreTokenGenerationV2TriggerHandler',
  'PreTokenGenerationV3TriggerHandler', 'ProxyHandler', 'S3BatchHandler', 'S3Handler', 'S3NotificationEventBridgeHandler', 'ScheduledHandler', 'SecretsManagerRotationHandler',
  'SelfManagedKafkaHandler', 'SESHandler', 'SNSHandler', 'SQSHandler', 'StreamifyHandler', 'TransferFamilyAuthorizerHandler', 'UserMigrationTriggerHandler', 'VerifyAuthChallengeResponseTriggerHandler',
].join('|');

export const awsLambda = defineEntry({
  name: 'aws lambda',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
  packages: [
    '@types/aws-lambda', '@middy/core', '@aws-lambda-powertools/logger', '@aws-lambda-powertools/tracer', '@aws-lambda-powertools/metrics', '@aws-lambda-powertools/event-handler',
    'serverless', 'serverless-http', '@codegenie/serverless-express', '@vendia/serverless-express', '@sentry/aws-serverless', 'datadog-lambda-js', 'lambda-stream',
  ],
  versions: 'Node.js 20, 22, 24 runtimes',
  runtime: 'frozen',
  flavour: 'lambda',
  // In a package that is known to be for Lambda, an export of this name is the handler, wherever the file is.
  files: [{ path: /\.[cm]?[jt]sx?$/, exports: ['handler', 'lambdaHandler'], label: 'lambda {export}' }],
  registrations: [
    { calls: ['global#awslambda.streamifyResponse()', 'lambda-stream#streamifyResponse()'], handlers: [0], label: 'lambda {variable}' },
    { calls: ['@sentry/aws-serverless#wrapHandler()', 'datadog-lambda-js#datadog()'], handlers: [0], label: 'lambda {variable}' },
    // The app is no function; what may be given beside it is called once per request.
    { calls: ['serverless-http#default()'], handlers: [{ option: 'request|response', argument: 1 }], label: 'lambda {key}' },
  ],
  types: { handlers: [`aws-lambda#${HANDLERS}`] },
  returned: 'awaited',
});
