import { defineEntry } from '../entry.ts';

export const push = defineEntry({
  name: 'push messages',
  docs: 'https://github.com/web-push-libs/web-push',
  packages: ['web-push', 'expo-server-sdk'],
  launches: [
    'web-push#sendNotification()',
    'new expo-server-sdk#Expo|default().sendPushNotificationsAsync|getPushNotificationReceiptsAsync()',
  ],
});
