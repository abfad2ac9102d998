import { defineEntry } from '../entry.ts';

export const workflowDevkit = defineEntry({
  name: 'workflow devkit',
  docs: 'https://useworkflow.dev/docs/foundations/workflows-and-steps',
  packages: ['workflow'],
  versions: '4',
  directives: [
    { text: 'use workflow', kind: 'job', label: 'workflow {name}' },
    { text: 'use step', kind: 'job', label: 'step {name}' },
  ],
  enqueues: ['workflow/api#start|resumeHook|resumeWebhook()'],
  launches: ['workflow#sleep()'],
  returned: 'awaited',
});
