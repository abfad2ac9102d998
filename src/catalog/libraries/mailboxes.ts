import { defineEntry } from '../entry.ts';

export const mailboxes = defineEntry({
  name: 'mailboxes',
  docs: 'https://imapflow.com/docs/api/imapflow-client/',
  packages: ['imapflow', 'imap'],
  versions: 'imapflow 1; imap 0',
  receivers: { mailbox: { values: ['new imapflow#ImapFlow()', 'new imap#default()'] } },
  registrations: [
    {
      on: 'mailbox',
      methods: ['on', 'once'],
      events: ['exists', 'expunge', 'flags', 'mail', 'update', 'mailboxOpen'],
      handlers: [1],
      kind: 'message',
      label: 'mailbox {0}',
    },
  ],
  returned: 'ignored',
  launches: [
    'new imapflow#ImapFlow().append|connect|idle|logout|mailboxCreate|mailboxOpen|noop()',
    'new imapflow#ImapFlow().messageCopy|messageDelete|messageFlagsAdd|messageFlagsRemove|messageMove|search|status()',
  ],
});
