import { defineEntry } from '../entry.ts';

const TRIGGERS =
  'onRequest|onCall|onSchedule|onDocumentCreated|onDocumentUpdated|onDocumentDeleted|onDocumentWritten|onObjectFinalized|onObjectDeleted|onMessagePublished|onTaskDispatched|onCustomEventPublished|onValueCreated|onValueUpdated|onValueDeleted|onValueWritten|beforeUserCreated|beforeUserSignedIn';

export const firebase = defineEntry({
  name: 'firebase functions',
  docs: 'https://firebase.google.com/docs/functions',
  packages: ['firebase-functions'],
  versions: 'v2 of the API',
  runtime: 'frozen',
  registrations: [
    { calls: [`firebase-functions/*#${TRIGGERS}()`, `firebase-functions#https|firestore|storage|pubsub|scheduler|tasks.${TRIGGERS}()`], handlers: ['last'], label: 'function {variable}' },
  ],
  answers: { parameters: [1], ends: ['json', 'send', 'sendStatus', 'end', 'redirect'], serialises: ['json', 'send', 'end'] },
  returned: 'awaited',
});
