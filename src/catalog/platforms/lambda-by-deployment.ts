import { defineEntry } from '../entry.ts';

const CODE = /\.[cm]?[jt]sx?$/;
/** `src/orders.create`: a file without its extension, and its export. */
const PLACE = /(?<file>(?:\.{0,2}\/)?[\w@-][\w@./-]*)\.(?<name>[a-z_$][\w$]*)/.source;

/** A key begins a line, or follows a bracket or a comma. It is in no comment, and no part of another key. */
const KEY_START = /(?:^|[{,])[ \t]*/.source;
const VALUE_END = /[ \t]*(?:#.*)?(?:[,}\r\n]|$)/.source;

/** Functions whose code doesn't show that they run on Lambda. The files that deploy them name their file and export. */
export const lambdaByDeployment = defineEntry({
  name: 'aws lambda, by its deployment',
  docs: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html',
  packages: [],
  runtime: 'frozen',
  flavour: 'lambda',
  files: [
    // https://www.serverless.com/framework/docs/providers/aws/guide/functions
    {
      path: CODE,
      exports: [],
      namedIn: {
        files: ['serverless.yml', 'serverless.yaml', 'serverless.json', 'serverless.js', 'serverless.ts'],
        says: new RegExp(`${KEY_START}["']?handler["']?\\s*:\\s*["'\`]?${PLACE}["'\`]?${VALUE_END}`, 'im'),
      },
      label: 'lambda {file}.{export}',
    },
    // SAM: below `CodeUri`.
    {
      path: CODE,
      exports: [],
      namedIn: {
        files: ['template.yaml', 'template.yml', 'template.json', 'sam.yaml', 'sam.yml'],
        says: new RegExp(`${KEY_START}["']?Handler["']?\\s*:\\s*["']?${PLACE}["']?${VALUE_END}`, 'im'),
        below: /["']?\bCodeUri["']?\s*:\s*["']?(?<folder>[\w@./-]+)/,
      },
      label: 'lambda {file}.{export}',
    },
    // https://sst.dev/docs/component/aws/function: the `handler` of a function, or of a route, a queue, a schedule.
    {
      path: CODE,
      exports: [],
      namedIn: { files: ['sst.config.ts', 'infra/*', 'stacks/*'], says: new RegExp(`["'\`]${PLACE}["'\`]`, 'i') },
      label: 'lambda {file}.{export}',
    },
  ],
  returned: 'awaited',
});
