import { defineEntry } from '../entry.ts';

const calls = (names: readonly string[]): string[] => [`firebase-functions#**.${names.join('|')}()`, `firebase-functions/*#**.${names.join('|')}()`];

// Both generations: named functions of a subpath, and what ends a chain such as `functions.region('x').firestore.document('y').onCreate`.
const REQUESTS = [
  'onRequest', 'onCall', 'onCallGenkit', 'onGraphRequest', 'beforeUserCreated', 'beforeUserSignedIn', 'beforeEmailSent', 'beforeSmsSent', 'beforeOperation',
  'beforeCreate', 'beforeSignIn', 'beforeEmail', 'beforeSms', 'beforeGenerateContent', 'afterGenerateContent',
];
const JOBS = ['onSchedule', 'onTaskDispatched', 'onRun', 'onDispatch'];
const EVENTS = [
  'onAlertPublished', 'onConfigUpdated', 'onCustomEventPublished', 'onDocumentCreated', 'onDocumentCreatedWithAuthContext', 'onDocumentDeleted', 'onDocumentDeletedWithAuthContext',
  'onDocumentUpdated', 'onDocumentUpdatedWithAuthContext', 'onDocumentWritten', 'onDocumentWrittenWithAuthContext', 'onInAppFeedbackPublished', 'onMessagePublished', 'onMutationExecuted',
  'onNewAnrIssuePublished', 'onNewFatalIssuePublished', 'onNewNonfatalIssuePublished', 'onNewTesterIosDevicePublished', 'onObjectArchived', 'onObjectDeleted', 'onObjectFinalized',
  'onObjectMetadataUpdated', 'onPlanAutomatedUpdatePublished', 'onPlanUpdatePublished', 'onRegressionAlertPublished', 'onStabilityDigestPublished', 'onTestMatrixCompleted',
  'onThresholdAlertPublished', 'onUserCreated', 'onUserDeleted', 'onValueCreated', 'onValueDeleted', 'onValueUpdated', 'onValueWritten', 'onVelocityAlertPublished',
  'onCreate', 'onUpdate', 'onDelete', 'onWrite', 'onPublish', 'onArchive', 'onFinalize', 'onMetadataUpdate', 'onLog', 'onComplete',
];

export const firebase = defineEntry({
  name: 'firebase functions',
  docs: 'https://firebase.google.com/docs/functions',
  packages: ['firebase-functions'],
  versions: '4 to 7',
  runtime: 'frozen',
  registrations: [
    { calls: calls(REQUESTS), handlers: ['last'], label: 'function {variable}' },
    { calls: calls(JOBS), handlers: ['last'], kind: 'job', label: 'function {variable}' },
    { calls: calls(EVENTS), handlers: ['last'], kind: 'message', label: 'function {variable}' },
    { calls: calls(['onInit']), handlers: [0], kind: 'lifecycle', label: 'onInit' },
  ],
  returned: 'awaited',
  enqueues: ['firebase-admin/functions#getFunctions().taskQueue().enqueue()'],
});
