import { markedFiles } from '../support/marked-files.ts';

markedFiles([
  [
    'lambda, known by what its only parameter is',
    ['@types/aws-lambda'],
    {
      'a.ts': `
import type { APIGatewayProxyEvent, SQSEvent, S3Event } from 'aws-lambda';
export const x = async (event: APIGatewayProxyEvent) => { work(1); return {}; }; //!
export async function y(event: SQSEvent) { work(2); } //!
export async function z(event: Other) { work(3); }
`,
    },
  ],
  [
    'lambda, in a package that has its SDK alone',
    ['@aws-sdk/client-s3'],
    {
      'index.mjs': `
import { S3Client } from '@aws-sdk/client-s3';
export const handler = async (event) => { work(1); return { statusCode: 200 }; }; //!
`,
      'commands/up/index.mjs': `
export const command = 'up';
export const handler = async (argv) => { work(1); };
`,
      'other.mjs': `
export const handler = async (event) => { work(1); return { statusCode: 200 }; };
`,
    },
  ],
  [
    'lambda, as only its deployment says',
    ['nothing'],
    {
      'serverless.yml':
        'functions:\n  a:\n    handler: src/orders.create # made\n  b:\n    handler: "./src/pay.main"\n',
      'template.yaml':
        'Resources:\n  A:\n    Properties:\n      CodeUri: hello/\n      Handler: app.lambdaHandler\n  B:\n    Properties:\n      CodeUri: dist/\n      Handler: jobs/clean.run\n',
      'sst.config.ts': `export default $config({ async run() { api.route('GET /', 'src/get.handler'); } });`,
      'infra/queue.ts': `queue.subscribe({ handler: 'src/queue.take' });`,
      'src/orders.ts': `
export const create = async (event) => { work(1); return {}; }; //!
export const other = async (event) => { work(2); };
`,
      'src/pay.js': `
exports.main = async (event) => { work(1); }; //!
`,
      'hello/app.ts': `
export const lambdaHandler = async (event) => { work(1); }; //!
`,
      'app.ts': `
export const other = async (event) => { work(1); };
`,
      'src/jobs/clean.ts': `
export async function run() { work(1); } //!
`,
      'src/get.ts': `
export const handler = async () => { work(1); }; //!
`,
      'src/queue.mts': `
export const take = async () => { work(1); }; //!
export const give = async () => { work(1); };
`,
    },
  ],
  [
    'what looks like a handler in the settings',
    ['nothing'],
    {
      'serverless.yml': [
        'functions:',
        '  # handler: src/comment.main',
        '  a: { handler: src/flow.main }',
        '  b:',
        '    description: "the old handler: src/text.main"',
        '    x-handler: src/other.main',
        '    handler: src/last.main',
      ].join('\r\n'),
      'src/comment.js': 'exports.main = async (event) => { work(1); };',
      'src/text.js': 'exports.main = async (event) => { work(1); };',
      'src/other.js': 'exports.main = async (event) => { work(1); };',
      'src/flow.js': 'exports.main = async (event) => { work(1); }; //!',
      'src/last.js': 'exports.main = async (event) => { work(1); }; //!',
    },
  ],
  [
    'a file where a folder of settings could be',
    ['nothing'],
    {
      infra: 'text',
      stacks: 'text',
      prisma: 'text',
      db: 'text',
      'src/a.js': 'exports.main = async (event) => { work(1); };',
    },
  ],
  [
    'a function of a workspace, as the settings above it say',
    ['nothing'],
    {
      'sst.config.ts': `new sst.aws.Function('A', { handler: 'packages/functions/src/a.main' });`,
      'packages/functions/package.json': '{ "name": "functions" }',
      'packages/functions/src/a.ts': `
export async function main() { work(1); } //!
`,
    },
  ],
]);
