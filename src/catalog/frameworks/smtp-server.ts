import { defineEntry } from '../entry.ts';

export const smtpServer = defineEntry({
  name: 'smtp-server',
  docs: 'https://nodemailer.com/extras/smtp-server/',
  packages: ['smtp-server'],
  versions: '3',
  registrations: [
    {
      calls: ['new smtp-server#SMTPServer()'],
      handlers: [{ option: 'onAuth|onConnect|onSecure|onMailFrom|onRcptTo|onData|onClose' }],
      kind: 'message',
      label: 'SMTP {key}',
    },
  ],
  returned: 'ignored',
});
