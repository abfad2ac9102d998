import { defineEntry } from '../entry.ts';

export const apiClients = defineEntry({
  name: 'API clients',
  docs: 'https://docs.stripe.com/api?lang=node',
  packages: [
    'stripe',
    'openai',
    '@anthropic-ai/sdk',
    '@slack/web-api',
    '@octokit/rest',
    'octokit',
    'twilio',
    'svix',
    '@slack/webhook',
  ],
  launches: [
    'new stripe#default|Stripe().**.create|update|del|cancel|retrieve|list|search|confirm|capture()',
    'new openai#default|OpenAI().**.create|generate|edit|retrieve|list()',
    'new @anthropic-ai/sdk#default|Anthropic().messages.create|countTokens()',
    'new @slack/web-api#WebClient().**()',
    'new @octokit/rest#Octokit().rest.**()',
    'new @octokit/rest#Octokit().actions|activity|checks|git|issues|orgs|pulls|repos|search|teams|users.*()',
    'new @octokit/rest#Octokit().request|graphql|paginate()',
    'new octokit#Octokit|App().rest.**()',
    'new octokit#Octokit().request|graphql|paginate()',
    'new svix#Svix().message|application|endpoint.create|list|get()',
    'new @slack/webhook#IncomingWebhook().send()',
    'twilio#default().**.create|fetch|update|remove|list()',
  ],
});
