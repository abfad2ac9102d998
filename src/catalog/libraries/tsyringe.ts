import { defineEntry } from '../entry.ts';

export const tsyringe = defineEntry({
  name: 'tsyringe',
  docs: 'https://github.com/microsoft/tsyringe#container',
  packages: ['tsyringe'],
  versions: '4',
  stores: [
    {
      of: ['tsyringe#container', 'tsyringe#container.createChildContainer()', 'typed tsyringe#DependencyContainer'],
      sets: ['register', 'registerInstance', 'registerSingleton'],
      gets: ['resolve'],
      wraps: { useClass: 'instance', useFactory: 'result', useValue: 'value', registerSingleton: 'instance' },
    },
  ],
});
