import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const MESSAGING = names(`
  send sendEach sendEachForMulticast subscribeToTopic unsubscribeFromTopic
`);

const AUTH = names(`
  createUser updateUser deleteUser deleteUsers getUser getUserByEmail listUsers verifyIdToken verifySessionCookie
  createSessionCookie createCustomToken setCustomUserClaims revokeRefreshTokens generatePasswordResetLink
  generateEmailVerificationLink
`);

const NAMESPACED_AUTH = names(`
  createUser updateUser deleteUser getUser getUserByEmail verifyIdToken createCustomToken setCustomUserClaims
  revokeRefreshTokens
`);

/** push() returns a reference that is also a thenable: its key is known at once. */
export const firebaseAdmin = defineEntry({
  name: 'firebase admin',
  docs: 'https://firebase.google.com/docs/admin/setup',
  packages: ['firebase-admin', '@google-cloud/firestore'],
  launches: [
    'firebase-admin/firestore#getFirestore().collection().add|get()',
    'firebase-admin/firestore#getFirestore().collection().doc().set|update|delete|get|create()',
    'firebase-admin/firestore#getFirestore().doc().set|update|delete|get|create()',
    'firebase-admin/firestore#getFirestore().batch().**.commit()',
    'firebase-admin/firestore#getFirestore().runTransaction|getAll|recursiveDelete()',
    'firebase-admin/firestore#getFirestore().collection().**.get()',
    'firebase-admin#firestore().collection().add|get()',
    'firebase-admin#firestore().collection().doc().set|update|delete|get|create()',
    'firebase-admin#firestore().doc().set|update|delete|get|create()',
    'firebase-admin#firestore().batch().**.commit()',
    'firebase-admin#firestore().runTransaction|getAll|recursiveDelete()',
    'firebase-admin#firestore().collection().**.get()',
    'new @google-cloud/firestore#Firestore().collection().add|get()',
    'new @google-cloud/firestore#Firestore().collection().doc().set|update|delete|get|create()',
    'new @google-cloud/firestore#Firestore().doc().set|update|delete|get|create()',
    'new @google-cloud/firestore#Firestore().batch().**.commit()',
    'new @google-cloud/firestore#Firestore().runTransaction|getAll|recursiveDelete()',
    'new @google-cloud/firestore#Firestore().collection().**.get()',
    `firebase-admin/messaging#getMessaging().${MESSAGING}()`,
    'firebase-admin#messaging().send|sendEach|sendEachForMulticast|subscribeToTopic|unsubscribeFromTopic()',
    `firebase-admin/auth#getAuth().${AUTH}()`,
    `firebase-admin#auth().${NAMESPACED_AUTH}()`,
    'firebase-admin/database#getDatabase().ref().set|update|remove|once|get|transaction()',
    'firebase-admin#database().ref().set|update|remove|once|get|transaction()',
    'firebase-admin/eventarc#getEventarc().channel().publish()',
    'firebase-admin/functions#getFunctions().taskQueue().enqueue|delete()',
  ],
  lookalikes: ['firebase-admin/database#getDatabase().ref().push()', 'firebase-admin#database().ref().push()'],
});
