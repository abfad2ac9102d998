import { defineEntry } from '../entry.ts';

/**
 * Functions without any of Lambda's packages: they use the SDK, and export a handler where the documentation puts it.
 */
export const lambdaBySdk = defineEntry({
  name: 'aws lambda, by its sdk',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
  packages: [
    'aws-sdk',
    '@aws-sdk/client-s3',
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/lib-dynamodb',
    '@aws-sdk/client-sqs',
    '@aws-sdk/client-sns',
    '@aws-sdk/client-ses',
    '@aws-sdk/client-secrets-manager',
  ],
  runtime: 'frozen',
  flavour: 'lambda',
  files: [
    {
      // A yargs command also exports a `handler`.
      path: /^(?!(?:.*\/)?(?:commands?|cmds?|cli|bin)\/)(?:.*\/)?(?:index|handler|app|main|lambda)\.[cm]?[jt]s$/,
      exports: ['handler'],
      label: 'lambda {file}.{export}',
    },
  ],
  returned: 'awaited',
});
