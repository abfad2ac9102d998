import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const SERVERS = [
  ...['oauth2-server', '@node-oauth/oauth2-server'].flatMap((name) => [
    `new ${name}#default()`,
    `new ${name}#OAuth2Server()`,
  ]),
  'new @node-oauth/express-oauth-server#default()',
];
const MODEL = names(`
  generateAccessToken generateAuthorizationCode generateRefreshToken getAccessToken getAuthorizationCode getClient
  getRefreshToken getUser getUserFromClient revokeAuthorizationCode revokeToken saveAuthorizationCode saveToken
  validateScope verifyScope
`);

export const oauthServers = defineEntry({
  name: 'OAuth servers and sessions',
  docs: 'https://oauth2-server.readthedocs.io/en/latest/model/overview.html',
  packages: [
    'oauth2-server',
    '@node-oauth/oauth2-server',
    '@node-oauth/express-oauth-server',
    'express-session',
    'graphql-shield',
  ],
  versions: 'oauth2-server 3; @node-oauth/oauth2-server 5; express-session 1; graphql-shield 7',
  registrations: [
    {
      calls: SERVERS,
      handlers: [{ option: `model.${MODEL}`, argument: 0 }],
      label: 'oauth {key}',
    },
    { calls: ['graphql-shield#rule()()'], handlers: [0], label: 'rule {variable}' },
  ],
  classes: [
    {
      extends: ['express-session#Store'],
      methods: ['all', 'clear', 'destroy', 'get', 'length', 'set', 'touch'],
      label: 'session {class}.{name}',
    },
  ],
  returned: 'awaited',
});
