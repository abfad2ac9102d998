import { defineEntry } from '../entry.ts';

export const mailClients = defineEntry({
  name: 'mail clients',
  docs: 'https://resend.com/docs/send-with-nodejs',
  packages: ['resend', '@sendgrid/mail', 'postmark'],
  launches: [
    'new resend#Resend().emails|batch|contacts.send|create()',
    '@sendgrid/mail#send|sendMultiple()',
    'new postmark#ServerClient().sendEmail|sendEmailBatch|sendEmailWithTemplate()',
  ],
});
