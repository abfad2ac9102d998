import { defineEntry } from '../entry.ts';

export const mailClients = defineEntry({
  name: 'mail clients',
  docs: 'https://resend.com/docs/send-with-nodejs',
  packages: ['resend', '@sendgrid/mail', 'postmark', 'email-templates', 'mailparser', 'mailgun.js'],
  launches: [
    'new resend#Resend().emails|batch|contacts.send|create()',
    '@sendgrid/mail#send|sendMultiple()',
    'new email-templates#default().send|render|renderAll()',
    'mailparser#simpleParser()',
    'new mailgun.js#default().client().messages.create()',
    'new postmark#ServerClient().sendEmail|sendEmailBatch|sendEmailWithTemplate()',
  ],
});
