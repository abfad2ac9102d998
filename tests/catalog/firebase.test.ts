import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('firebase functions', () => {
  flags(
    'the second generation',
    `
    import { onRequest, onCall } from 'firebase-functions/v2/https';
    import { onDocumentCreated } from 'firebase-functions/firestore';
    import { onSchedule } from 'firebase-functions/v2/scheduler';
    import * as identity from 'firebase-functions/identity';
    import { pubsub } from 'firebase-functions/v2';
    import { getFunctions } from 'firebase-admin/functions';
    ${MAIL}
    export const date = onRequest({ cors: true }, (req, res) => {
      mail(1);
      ^^^^^^^ floating
      res.json(mail(2));
               ^^^^^^^ answered
    });
    export const add = onCall((request) => {
      void mail(3);
      ^^^^^^^^^^^^ voided
      return { ok: true };
    });
    export const made = onDocumentCreated('users/{id}', async (event) => {
      mail(4);
      ^^^^^^^ floating
      getFunctions().taskQueue('mails').enqueue({});
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
    });
    export const nightly = onSchedule('every day 00:00', async () => {
      mail(5);
      ^^^^^^^ floating
    });
    export const before = identity.beforeUserCreated((event) => {
      mail(6);
      ^^^^^^^ floating
    });
    export const published = pubsub.onMessagePublished('topic', (event) => {
      mail(7);
      ^^^^^^^ floating
    });
  `,
  );
  flags(
    'the first generation',
    `
    const functions = require('firebase-functions/v1');
    ${MAIL}
    exports.web = functions.region('europe-west1').https.onRequest((req, res) => {
      mail(1);
      ^^^^^^^ floating
      res.send('ok');
    });
    exports.made = functions.runWith({ memory: '1GB' }).firestore.document('users/{id}').onCreate((snapshot, context) => {
      mail(2);
      ^^^^^^^ floating
    });
    exports.nightly = functions.pubsub.schedule('every day').onRun(() => {
      mail(3);
      ^^^^^^^ floating
      return null;
    });
    exports.joined = functions.auth.user().onCreate((user) => {
      mail(user);
      ^^^^^^^^^^ floating
    });
  `,
  );
  silent(
    'what is returned, awaited or answers, and other packages',
    `
    import * as functions from 'firebase-functions/v1';
    import { onRequest } from 'firebase-functions/https';
    import { onCreate } from 'left-pad';
    ${MAIL}
    export const made = functions.auth.user().onCreate((user) => mail(user));
    export const web = onRequest(async (req, res) => { await mail(1); res.send('ok'); });
    export const chained = onRequest((req, res) => { mail(1).then(() => res.send('ok'), () => res.status(500).end()); });
    export const other = onCreate(() => { mail(2); });
  `,
  );
  it('names functions by their exports', () => {
    expect(
      routesIn(`
      import * as functions from 'firebase-functions/v1';
      import { onTaskDispatched } from 'firebase-functions/tasks';
      import { onInit } from 'firebase-functions';
      export const web = functions.https.onCall(() => {});
      export const task = onTaskDispatched({ retryConfig: {} }, () => {});
      onInit(() => {});
    `),
    ).toEqual(['function web', 'function task', 'onInit']);
  });
});
