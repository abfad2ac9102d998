import { defineEntry } from '../entry.ts';

export const nestjsSchedule = defineEntry({
  name: 'nestjs schedule',
  docs: 'https://docs.nestjs.com/techniques/task-scheduling',
  packages: ['@nestjs/schedule'],
  versions: '4, 5, 6',
  decorators: [{ names: ['@nestjs/schedule#Cron|Interval|Timeout()'], kind: 'job', label: 'schedule {name}' }],
  returned: 'ignored',
});
