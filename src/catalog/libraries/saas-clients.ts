import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const LINEAR = names(`
  createIssue createComment updateIssue issues issue teams users archiveIssue deleteIssue
`);

export const saasClients = defineEntry({
  name: 'clients of services',
  docs: 'https://github.com/googleapis/google-api-nodejs-client',
  packages: [
    'googleapis',
    '@notionhq/client',
    'plaid',
    '@hubspot/api-client',
    '@linear/sdk',
    '@workos-inc/node',
    '@clerk/backend',
  ],
  launches: [
    'googleapis#google.*().**.create|insert|update|patch|delete|get|list|send|append|batchUpdate|watch|query()',
    'new @notionhq/client#Client().**.create|update|delete|retrieve|query|append|list|search()',
    'new @notionhq/client#Client().search|request()',
    'new plaid#PlaidApi().*()',
    'new @hubspot/api-client#Client().crm.**.create|update|archive|getById|getPage|doSearch()',
    `new @linear/sdk#LinearClient().${LINEAR}()`,
  ],
});
