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
]);
