import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('lambda powertools', () => {
  flags(
    'routes, middleware and error handlers',
    `
    import { Router } from '@aws-lambda-powertools/event-handler/http';
    ${MAIL}
    const app = new Router({ logger });
    app.get('/todos/:id', async ({ params }) => {
      mail(1);
      ^^^^^^^ floating
      return { id: params.id };
    });
    app.post('/todos', [async ({ next }) => {
      mail(2);
      ^^^^^^^ floating
      await next();
    }], async () => {
      void mail(3);
      ^^^^^^^^^^^^ voided
      return {};
    });
    app.route(async () => {
      mail(4);
      ^^^^^^^ floating
    }, { method: 'PUT', path: '/todos' });
    app.errorHandler(NotFoundError, async (error) => {
      mail(5);
      ^^^^^^^ floating
      return {};
    });
    export const handler = async (event, context) => app.resolve(event, context);
  `,
  );
  flags(
    'decorated methods',
    `
    import { Router } from '@aws-lambda-powertools/event-handler/http';
    import type { LambdaInterface } from '@aws-lambda-powertools/commons/types';
    ${MAIL}
    const app = new Router();
    class Lambda implements LambdaInterface {
      @app.get('/todos')
      async list() {
        mail(1);
        ^^^^^^^ floating
        return [];
      }
      async handler(event, context) {
        mail(2);
        ^^^^^^^ floating
        app.resolve(event, context);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
      }
    }
  `,
  );
  flags(
    'GraphQL resolvers, channels, tools and batches',
    `
    import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql';
    import { AppSyncEventsResolver } from '@aws-lambda-powertools/event-handler/appsync-events';
    import { BedrockAgentFunctionResolver } from '@aws-lambda-powertools/event-handler/bedrock-agent';
    import { processPartialResponse } from '@aws-lambda-powertools/batch';
    ${MAIL}
    const graphql = new AppSyncGraphQLResolver();
    graphql.onMutation('createTodo', async (args) => {
      mail(1);
      ^^^^^^^ floating
      return args;
    });
    graphql.resolver(async () => {
      mail(2);
      ^^^^^^^ floating
    }, { fieldName: 'getPost', typeName: 'Query' });
    const events = new AppSyncEventsResolver();
    events.onPublish('/default/foo', async (payload) => {
      mail(3);
      ^^^^^^^ floating
      return payload;
    });
    const agent = new BedrockAgentFunctionResolver();
    agent.tool(async (params) => {
      mail(4);
      ^^^^^^^ floating
      return 'ok';
    }, { name: 'greeting', description: 'Greets' });
    const record = async (item) => {
      mail(5);
      ^^^^^^^ floating
    };
    export const handler = async (event, context) => processPartialResponse(event, record, processor, { context });
  `,
  );
  silent(
    'routes that await, and routers of other packages',
    `
    import { Router } from '@aws-lambda-powertools/event-handler/http';
    import { Router as Other } from 'left-pad';
    ${MAIL}
    new Router().get('/', async () => { await mail(1); });
    new Other().get('/', async () => { mail(1); });
  `,
  );
  it('names routes', () => {
    expect(
      routesIn(`
      import { Router } from '@aws-lambda-powertools/event-handler/http';
      import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql';
      const app = new Router();
      const graphql = new AppSyncGraphQLResolver();
      app.delete('/todos/:id', () => {});
      app.route(() => {}, { method: 'PUT', path: '/todos' });
      app.notFound(() => {});
      graphql.onQuery('getTodo', () => {});
      graphql.resolver(() => {}, { typeName: 'Todo', fieldName: 'owner' });
      class Lambda { @app.patch('/todos') update() {} @graphql.onMutation('pay') pay() {} }
    `),
    ).toEqual([
      'DELETE /todos/:id',
      'PUT /todos',
      'notFound',
      'onQuery getTodo',
      'resolver Todo owner',
      'PATCH /todos',
      'resolver pay',
    ]);
  });
});
