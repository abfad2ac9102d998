import { documented } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'rxjs, subjects that carry events',
    `
    import { Subject, filter } from 'rxjs';
    class Bus { events = new Subject(); of(type) { return this.events.asObservable().pipe(filter((e) => e.type === type)); } }
    const bus = new Bus();
    bus.of('order').subscribe(async (e) => { work(e); });
    bus.events.subscribe({ next: async (e) => { work(e); } });`,
    ['subscription', 'subscription'],
  ],
]);

silent(
  'what ends by itself, and subjects of another package',
  `
  import { of } from 'rxjs';
  import { Subject } from './own.js';
  of(1).subscribe((e) => { run(e); });
  new Subject().subscribe((e) => { run(e); });`,
);
